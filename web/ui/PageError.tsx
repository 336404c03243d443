import type { ErrorComponentProps } from '@tanstack/react-router'
import { GonePage } from './GonePage.tsx'
import { sentenceFor } from './sentence-for.ts'

/** When a page breaks, or its part of the app can't be fetched (a new version may have replaced it). */
export function PageError({ error }: ErrorComponentProps) {
  return (
    <GonePage
      title="This page broke"
      action={
        <button type="button" className="btn" onClick={() => location.reload()}>
          Load it again
        </button>
      }
    >
      {sentenceFor(error)} What you wrote is kept as a draft.
    </GonePage>
  )
}
