import { t } from '../language/words.ts'
import { sentenceFor } from './sentence-for.ts'

interface Props {
  error: unknown
  retry?: () => void
}

/** What went wrong, in words, with a way on. */
export function ErrorCard({ error, retry }: Props) {
  return (
    <div role="alert" className="card m-4 grid justify-items-start gap-3 p-5">
      <p>{sentenceFor(error)}</p>
      {retry && (
        <button type="button" className="btn ghost sm" onClick={retry}>
          {t('Try again')}
        </button>
      )}
    </div>
  )
}
