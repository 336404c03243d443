import { plainWords } from '@mayfly/domain/search'
import { Link } from '@tanstack/react-router'
import { t } from '../language/words.ts'
import { Empty } from '../ui/Empty.tsx'
import { useRead } from '../use-api.ts'

const SUGGESTED = 3

/** Where nothing was found: people and tags that are spelled much like it. */
export function NoPosts({ q }: { q: string }) {
  return (
    <Empty title={t('Nothing burns with “{q}”', { q })} action={<DidYouMean q={q} />}>
      {t(
        'Each word has to be in the post, or its beginning if it is the last one. Perhaps one is spelled differently, or it has burnt down.',
      )}
    </Empty>
  )
}

function DidYouMean({ q }: { q: string }) {
  const words = plainWords(q)
  const asked = { enabled: words !== '' }
  const people = useRead('searchPeople', { query: words }, asked)
  const tags = useRead('searchTags', { query: words.replaceAll(/\s/g, '') }, asked)
  const known = people.data?.items.slice(0, SUGGESTED) ?? []
  const like = tags.data?.items.slice(0, SUGGESTED) ?? []
  // Both at once, so that nothing moves under a finger.
  if (people.isPending || tags.isPending || known.length + like.length === 0) return null
  return (
    <section aria-label={t('Did you mean')} className="did-you-mean">
      <p>{t('Did you mean…')}</p>
      <ul>
        {known.map(({ id, handle }) => (
          <li key={id}>
            <Link to="/@{$handle}" params={{ handle }} className="chip" dir="auto">
              @{handle}
            </Link>
          </li>
        ))}
        {like.map(({ tag }) => (
          <li key={tag}>
            <Link to="/tag/$tag" params={{ tag }} className="chip" dir="auto">
              #{tag}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
