import type { ErrorComponentProps } from '@tanstack/react-router'
import { Empty } from './Empty.tsx'
import { sentenceFor } from './sentence-for.ts'
import { TopBar } from './TopBar.tsx'

/** When a page breaks, or its part of the app can't be fetched (a new version may have replaced it). */
export function PageError({ error }: ErrorComponentProps) {
  return (
    <>
      <TopBar title="This page broke" />
      <Empty
        title="Something went wrong here"
        action={
          <button type="button" className="btn" onClick={() => location.reload()}>
            Load it again
          </button>
        }
      >
        {sentenceFor(error)} What you wrote is kept as a draft.
      </Empty>
    </>
  )
}
