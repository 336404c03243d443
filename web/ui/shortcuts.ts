import type { Text } from '../language/words.ts'
import { preference } from './preferences.ts'

/** All of them, for the help. Posts and the composer bring keys of their own, which work while they have the focus. */
export const shortcuts = [
  { keys: '?', does: 'Show this list' },
  { keys: '/', does: 'Search' },
  { keys: 'Mod k', does: 'Go anywhere, do anything' },
  { keys: 'n', does: 'Write a new post' },
  { keys: 'j', does: 'Next post, or next notification' },
  { keys: 'k', does: 'The one before it' },
  { keys: '.', does: 'Show what is new' },
  { keys: 'o', does: 'Open the post that has the focus; Enter does, too' },
  { keys: 'r', does: 'Reply to it' },
  { keys: 'l', does: 'Like it, or take the like back' },
  { keys: 't', does: 'Repost it, or take the repost back' },
  { keys: 'b', does: 'Bookmark it, or remove the bookmark' },
  { keys: 's', does: 'Share it' },
  { keys: 'm', does: 'Mute its author; you can undo it' },
  { keys: 'i', does: 'See its photos at large' },
  { keys: 'x', does: 'Show or hide what a warning covers' },
  { keys: 'g h', does: 'Go to your home feed' },
  { keys: 'g e', does: 'Go to explore' },
  { keys: 'g n', does: 'Go to your notifications' },
  { keys: 'g m', does: 'Go to your messages' },
  { keys: 'g b', does: 'Go to your bookmarks' },
  { keys: 'g p', does: 'Go to your profile' },
  { keys: 'g s', does: 'Go to settings' },
  { keys: 'Mod Enter', does: 'Publish or send what you are writing' },
  { keys: 'Esc', does: 'Close a dialog or a menu' },
] as const satisfies readonly { keys: string; does: Text }[]

/** Whether a key press is meant for the app: not while typing, not in a dialog or a menu, not with a modifier. */
export function isForShortcuts(event: KeyboardEvent): boolean {
  if (preference('shortcuts') === 'off' || event.defaultPrevented || event.isComposing) return false
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  if (document.querySelector('dialog[open]')) return false
  const target = event.target instanceof Element ? event.target : undefined
  return !target?.closest(
    'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="menu"]',
  )
}

/** So long after `g` the next letter is meant with it; tinykeys waits as long. */
const CHORD_MILLISECONDS = 1_000
let goAt = Number.NEGATIVE_INFINITY
const seconds = new WeakSet<KeyboardEvent>()

/** Notes which letters come after `g`. It must see every key before anything else does. */
export function noteChord(event: KeyboardEvent): void {
  if (event.timeStamp - goAt < CHORD_MILLISECONDS) seconds.add(event)
  const isGo = event.key === 'g' && isForShortcuts(event) && !seconds.has(event)
  goAt = isGo ? event.timeStamp : Number.NEGATIVE_INFINITY
}

/** Whether a letter belongs to the `g` before it, and to nothing that has the focus. */
export const isSecondOfChord = (event: KeyboardEvent) => seconds.has(event)
