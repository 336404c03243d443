import { useNavigate } from '@tanstack/react-router'
import { type CSSProperties, type KeyboardEvent, useRef } from 'react'
import { endOf, lifeOf } from '../clock/life.ts'
import { useTimeLeft } from '../clock/use-now.ts'
import { t } from '../language/words.ts'
import { isForPost } from '../posts/post-keys.ts'
import { isForShortcuts } from '../ui/shortcuts.ts'
import { useFocusBack } from '../ui/use-focus-back.ts'
import { useRoomOf } from '../ui/use-room-of.ts'
import { EndChip } from './EndChip.tsx'
import { looks } from './looks.ts'
import { NotificationBody } from './NotificationBody.tsx'
import type { Row } from './notification-pages.ts'
import { whereTo } from './where-to.ts'

interface Props {
  row: Row
  myHandle: string
  /** Its place in the list, from 1, and how many there are: -1 as long as nobody knows. */
  position: number
  setSize: number
  /** Whether it had the focus when it was last on screen. */
  takesFocus: boolean
}

/** A notification as long as there is something to it, and then the one line that is left, in the same place. */
export function NotificationRow({ row, myHandle, position, setSize, takesFocus }: Props) {
  const { key, kind, end, item } = row
  const id = key.replace(' ', '-')
  const article = useRef<HTMLElement>(null)
  const navigate = useNavigate()
  const left = useTimeLeft(end)
  const room = useRoomOf(article, item !== undefined)
  useFocusBack(article, takesFocus)

  const frame = {
    ref: article,
    tabIndex: 0,
    'data-id': key,
    'aria-posinset': position,
    'aria-setsize': setSize,
  }
  if (item === undefined)
    return (
      <article {...frame} className="ash" style={{ minHeight: room.current }}>
        {t(looks[kind].ash)}
      </article>
    )
  const to = whereTo(item, myHandle)
  const open = () => {
    if (to !== undefined) void navigate({ to })
  }
  const life = lifeIn(row, left)
  return (
    <article
      {...frame}
      className="notification"
      data-kind={kind}
      data-opens={to ? '' : undefined}
      data-unread={item.isUnread ? '' : undefined}
      data-ending={left > 0 ? undefined : 'burning'}
      {...life}
      aria-labelledby={`${id}-new ${id}-words ${id}-excerpt`}
      onClick={(event) => isForPost(event) && open()}
      onKeyDown={(event) => opens(event) && open()}
    >
      <NotificationBody id={id} item={item} chip={life && to && <EndChip to={to} end={end} left={left} />} />
    </article>
  )
}

/** How far it has burnt down, for what ends with a post: the reader's, or the one that answers it. */
function lifeIn({ item, end }: Row, left: number) {
  const endingId = [item?.aboutId, item?.post?.id].find((id) => id !== undefined && endOf(id) === end)
  if (endingId === undefined) return undefined
  const { life, stage } = lifeOf(endingId, left)
  return { 'data-stage': stage, style: { '--life': life.toFixed(4) } as CSSProperties }
}

function opens(event: KeyboardEvent): boolean {
  if (event.target !== event.currentTarget) return false
  const isKey = event.key === 'Enter' || (event.key === 'o' && isForShortcuts(event.nativeEvent))
  if (isKey) event.preventDefault()
  return isKey
}
