import { type CSSProperties, type ReactNode, useRef, useState } from 'react'
import { endOf, lifeOf } from '../clock/life.ts'
import { serverNow } from '../clock/server-clock.ts'
import { t } from '../language/words.ts'
import { useFocusBack } from '../ui/use-focus-back.ts'
import { useRoomOf } from '../ui/use-room-of.ts'
import type { Entry } from './feed-pages.ts'
import { LivePost } from './LivePost.tsx'
import { usePost } from './post-cache.ts'
import { isForPost, onPostKey } from './post-keys.ts'
import { RepostedBy } from './RepostedBy.tsx'
import { useEnding } from './use-ending.ts'
import { usePostDeeds } from './use-post-deeds.ts'

interface Props {
  entry: Entry
  /** Its place in a feed, from 1, and how many there are: -1 as long as nobody knows. */
  position?: number
  setSize?: number
  /** Whether this is the page of this post. */
  isOpened?: boolean
  /** Whether it is one of many that answer. */
  isSmall?: boolean
  /** Whether the wick leads on to the next post of a thread. */
  leadsOn?: boolean
  /** Whether it had the focus when it was last on screen. */
  takesFocus?: boolean
  /** Stands before everything else. */
  children?: ReactNode
}

/** A post as long as it lives, and then the one line that is left of it, in the same place. */
export function PostCard(props: Props) {
  const { entry, position, setSize, isOpened = false, isSmall = false, leadsOn, takesFocus, children } = props
  const { id, handle } = entry
  const article = useRef<HTMLElement>(null)
  const [wasOver] = useState(() => endOf(id) <= serverNow())
  const [isFocused, setIsFocused] = useState(false)
  const { left, ending } = useEnding(id, endOf(id), isOpened || isFocused)
  const deeds = usePostDeeds(entry)
  const known = usePost(id)
  const post = wasOver ? undefined : known
  const room = useRoomOf(article, post !== undefined)
  useFocusBack(article, takesFocus)

  const frame = {
    ref: article,
    tabIndex: 0,
    'aria-posinset': position,
    'aria-setsize': setSize,
    onFocus: () => setIsFocused(true),
    onBlur: () => setIsFocused(false),
  }
  if (post === undefined)
    return (
      <article {...frame} className="ash" data-id={id} style={{ minHeight: room.current }}>
        {t('A post by {who} has faded', { who: `@${handle}` })}
      </article>
    )
  const { life, stage } = lifeOf(id, left)
  const isUnfolded = post.contentWarning === null || deeds.isUnfolded
  return (
    <article
      {...frame}
      className="post"
      data-id={id}
      data-stage={stage}
      data-ending={ending}
      data-size={isOpened ? 'open' : isSmall ? 'small' : undefined}
      data-thread={leadsOn ? 'below' : undefined}
      data-opens={isOpened ? undefined : ''}
      data-reposted={entry.repostedBy ? '' : undefined}
      aria-labelledby={`${id}-name ${id}-${isUnfolded ? 'body' : 'warning'}`}
      style={{ '--life': life.toFixed(4) } as CSSProperties}
      onClick={(event) => !isOpened && isForPost(event) && deeds.open()}
      onKeyDown={(event) => onPostKey(event, deeds)}
    >
      {children}
      {entry.repostedBy && <RepostedBy person={entry.repostedBy} />}
      <LivePost {...{ post, left, ending, isOpened, isSmall, isUnfolded, deeds }} />
    </article>
  )
}
