import type { KeyboardEvent, MouseEvent } from 'react'
import { isForShortcuts, isSecondOfChord } from '../ui/shortcuts.ts'

export interface PostDeeds {
  /** How often it was liked here and now: each time is seen. */
  likes: number
  open: () => void
  reply: () => void
  like: () => void
  repost: () => void
  quote: () => void
  bookmark: () => void
  share: () => void
  mute: () => void
  enlarge: () => void
  unfold: () => void
}

/** The keys of a post that has the focus itself. */
export function onPostKey(event: KeyboardEvent, deeds: PostDeeds): void {
  if (event.target !== event.currentTarget || isSecondOfChord(event.nativeEvent)) return
  const deed = event.key === 'Enter' ? deeds.open : byKey(event.key, deeds)
  if (deed === undefined || (event.key !== 'Enter' && !isForShortcuts(event.nativeEvent))) return
  event.preventDefault()
  deed()
}

function byKey(key: string, deeds: PostDeeds): (() => void) | undefined {
  const keys = new Map([
    ['o', deeds.open],
    ['r', deeds.reply],
    ['l', deeds.like],
    ['t', deeds.repost],
    ['b', deeds.bookmark],
    ['s', deeds.share],
    ['m', deeds.mute],
    ['i', deeds.enlarge],
    ['x', deeds.unfold],
  ])
  return keys.get(key)
}

/** Whether a press on a post is meant for the post, and not for something in it or for marking its text. */
export function isForPost(event: MouseEvent): boolean {
  const isInside =
    event.target instanceof Element &&
    event.target.closest('a, button, [role="menu"], .alt-popover, .quote') !== null
  const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
  return !isInside && isPlain && (getSelection()?.isCollapsed ?? true)
}
