import { comparable } from '@mayfly/domain/words'
import { Link, useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
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
  return (
    <>
      <TopBar title={`#${name}`} hasBack />
      <Feed
        source={source}
        label={`Posts with #${name}`}
        empty={
          <Empty
            title={`Nothing burns with #${name}`}
            action={
              <Link to="/explore" search={{ q: name }} className="btn ghost">
                Search for the word
              </Link>
            }
          >
            All with this tag has burnt down, or nobody has used it yet.
          </Empty>
        }
        end={`That is all with #${name} that still burns.`}
      />
    </>
  )
}
