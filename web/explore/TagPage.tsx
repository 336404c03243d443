import { comparable } from '@mayfly/domain/words'
import { Link, useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { t } from '../language/words.ts'
import { Feed } from '../posts/Feed.tsx'
import { tagFeed } from '../posts/feed-sources.ts'
import { Empty } from '../ui/Empty.tsx'
import { TopBar } from '../ui/TopBar.tsx'

/** What people write with a tag. */
export function TagPage() {
  const { tag } = useParams({ from: '/shell/tag/$tag' })
  const name = tag.replace(/^#/, '')
  return <Tagged key={comparable(name)} name={name} tag={comparable(name)} />
}

/** @param tag as it is compared; `name` as it was written */
function Tagged({ name, tag }: { name: string; tag: string }) {
  const source = useMemo(() => tagFeed(tag), [tag])
  const words = `#${name}`
  return (
    <>
      <TopBar title={words} hasBack />
      <Feed
        source={source}
        label={t('Posts with {words}', { words })}
        empty={
          <Empty
            title={t('Nothing burns with {tag}', { tag: words })}
            action={
              <Link to="/explore" search={{ q: name }} className="btn ghost">
                {t('Search for the word')}
              </Link>
            }
          >
            {t('All with this tag has burnt down, or nobody has used it yet.')}
          </Empty>
        }
        end={t('That is all with {tag} that still burns.', { tag: words })}
      />
    </>
  )
}
