/**
 * Whether a key sends what is written: Enter where there is a real keyboard, Ctrl or ⌘ with it everywhere.
 * While an input method composes, Enter is its own.
 */
export function isSendingKey(event: KeyboardEvent, isTouch = hasTouchAlone()): boolean {
  // Safari ends composing before the key that ended it, and tells by the old key code alone.
  const isComposing = event.isComposing || event.keyCode === 229
  if (event.key !== 'Enter' || isComposing || event.shiftKey || event.altKey) return false
  return event.ctrlKey || event.metaKey || !isTouch
}

const hasTouchAlone = () => matchMedia('(hover: none) and (pointer: coarse)').matches
