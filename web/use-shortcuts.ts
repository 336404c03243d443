import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { tinykeys } from 'tinykeys'
import { focusSearch } from './explore/focus-search.ts'
import { useSession } from './session/use-session.ts'
import { destinationsOf } from './ui/destinations.ts'
import { nextInFeed } from './ui/next-in-feed.ts'
import { useShortcutHelp } from './ui/shortcut-help.ts'
import { isForShortcuts, noteChord } from './ui/shortcuts.ts'

/** Listens for the keys that `shortcuts` in `ui/shortcuts.ts` lists. */
export function useShortcuts(compose: () => void): void {
  const navigate = useNavigate()
  const session = useSession()

  useEffect(() => {
    const on = (action: (event: KeyboardEvent) => void) => (event: KeyboardEvent) => {
      if (!isForShortcuts(event)) return
      event.preventDefault()
      action(event)
    }
    const go = ({ key }: KeyboardEvent) => {
      const keys = `g ${key.toLowerCase()}`
      const place = destinationsOf(session).find((destination) => destination.keys === keys)
      if (place?.to) void navigate({ to: place.to })
    }
    const search = () => {
      if (focusSearch()) return
      void navigate({ to: '/explore' }).then(() => requestAnimationFrame(focusSearch))
    }
    const always = {
      // One sequence for all letters: of several that begin alike, tinykeys goes on waiting for the others.
      'g ([a-z])': on(go),
      '?': on(useShortcutHelp.getState().open),
      'Shift+?': on(useShortcutHelp.getState().open),
      '/': on(search),
      'Shift+/': on(search),
      j: on(() => nextInFeed(1)),
      k: on(() => nextInFeed(-1)),
    }
    const isVisitor = session.state === 'signed-out'
    const leave = tinykeys(window, isVisitor ? always : { ...always, n: on(compose) })
    window.addEventListener('keydown', noteChord, true)
    return () => {
      leave()
      window.removeEventListener('keydown', noteChord, true)
    }
  }, [navigate, session, compose])
}
