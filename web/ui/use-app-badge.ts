import { useEffect } from 'react'

/** Shows a number on the icon of the app, where the system can; nothing for none. */
export function useAppBadge(count: number): void {
  useEffect(() => {
    if (!('setAppBadge' in navigator)) return
    // It is refused to a site that is not installed.
    navigator.setAppBadge(count).catch(() => undefined)
  }, [count])
}
