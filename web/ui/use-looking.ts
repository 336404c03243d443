import { useSyncExternalStore } from 'react'

const events = ['focus', 'blur'] as const

function onLook(listener: () => void): () => void {
  for (const event of events) addEventListener(event, listener)
  document.addEventListener('visibilitychange', listener)
  return () => {
    for (const event of events) removeEventListener(event, listener)
    document.removeEventListener('visibilitychange', listener)
  }
}

/** Whether somebody looks at this page right now: it is seen and has the focus. */
export const useLooking = (): boolean =>
  useSyncExternalStore(onLook, () => !document.hidden && document.hasFocus())
