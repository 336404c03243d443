import { Image, TriangleAlert } from 'lucide-react'
import { t } from '../language/words.ts'

interface Props {
  id: string
  post: { body: string; contentWarning: string | null; language: string | null; photos: readonly unknown[] }
  /** Whether it is what somebody said just now, and not what one said oneself before. */
  isSaid?: boolean
  /** Whether it only reminds of what is answered. */
  isAside?: boolean
}

/** The beginning of a post, without its photos. What a warning covers stays covered. */
export function Excerpt({ id, post, isSaid = false, isAside = false }: Props) {
  const { body, contentWarning, language, photos } = post
  const isCovered = contentWarning !== null
  const words = isCovered ? contentWarning : body
  return (
    <div
      className="excerpt"
      data-said={isSaid ? '' : undefined}
      data-aside={isAside ? '' : undefined}
      data-covered={isCovered ? '' : undefined}
    >
      {isAside && <span className="sr-only">{t('Your post:')}</span>}
      {words !== '' && (
        <p
          id={id}
          dir="auto"
          lang={isCovered ? undefined : (language ?? undefined)}
          className="excerpt-words"
        >
          {isCovered && <TriangleAlert size={16} aria-hidden="true" />}
          {isCovered && <bdi className="sr-only">{t('Content warning:')} </bdi>}
          {words}
        </p>
      )}
      {photos.length > 0 && (
        <p className="excerpt-photos">
          <Image size={16} aria-hidden="true" />
          {t('{count, plural, one {# photo} other {# photos}}', { count: photos.length })}
        </p>
      )}
    </div>
  )
}
