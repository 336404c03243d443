import { useEffect, useRef } from 'react'
import { tinykeys } from 'tinykeys'
import { isForShortcuts } from '../ui/shortcuts.ts'

/**
 * Listens for the moderators' keys. They come before the app's own, and never with a modifier: Ctrl+R is the browser's.
 */
export function useModKeys(actions: Record<string, () => void>): void {
  const latest = useRef(actions)
  useEffect(() => {
    latest.current = actions
  })
  const names = Object.keys(actions).join(' ')
  useEffect(() => {
    const on = (name: string) => (event: KeyboardEvent) => {
      if (!isForShortcuts(event)) return
      event.preventDefault()
      latest.current[name]?.()
    }
    const map = Object.fromEntries(names.split(' ').map((name) => [name, on(name)]))
    return tinykeys(window, map, { capture: true })
  }, [names])
}
