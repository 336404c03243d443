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
] as const

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
