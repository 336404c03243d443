import type { ErrorComponentProps } from '@tanstack/react-router'
import { t } from '../language/words.ts'
import { Empty } from './Empty.tsx'
import { sentenceFor } from './sentence-for.ts'
import { TopBar } from './TopBar.tsx'

/** When a page breaks, or its part of the app can't be fetched (a new version may have replaced it). */
export function PageError({ error }: ErrorComponentProps) {
  return (
    <>
      <TopBar title={t('This page broke')} />
      <Empty
        title={t('Something went wrong here')}
        action={
          <button type="button" className="btn" onClick={() => location.reload()}>
            {t('Load it again')}
          </button>
        }
      >
        {t('{problem} What you wrote is kept as a draft.', { problem: sentenceFor(error) })}
      </Empty>
    </>
  )
}
