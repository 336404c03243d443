import type { Tag } from '@mayfly/contract/search'
import type { ReactNode } from 'react'
import { t } from '../language/words.ts'
import { ErrorCard } from '../ui/ErrorCard.tsx'
import { TagRow } from './TagRow.tsx'

interface Props {
  label: string
  /** Undefined while they are on their way. */
  tags: readonly Tag[] | undefined
  error: Error | null
  retry: () => void
  empty: ReactNode
}

/** Tags as a page of their own. */
export function TagList({ label, tags, error, retry, empty }: Props) {
  if (tags === undefined) return error ? <ErrorCard error={error} retry={retry} /> : <TagSkeletons />
  if (tags.length === 0) return empty
  return (
    <ul aria-label={label} className="tag-list">
      {tags.map((tag) => (
        <TagRow key={tag.tag} tag={tag} />
      ))}
    </ul>
  )
}

const TagSkeletons = () => (
  <div role="status" className="late tag-list">
    <span className="sr-only">{t('Loading tags')}</span>
    {['first', 'second', 'third', 'fourth'].map((place) => (
      <div key={place} aria-hidden="true" className="tag-row space-y-2">
        <div className="sk h-3.5 w-2/5" />
        <div className="sk h-3 w-1/4" />
      </div>
    ))}
  </div>
)
