import type { UseNavigateResult } from '@tanstack/react-router'
import { tinykeys } from 'tinykeys'
import { focusSearch } from './explore/focus-search.ts'
import { listenForPalette } from './palette/listen-for-palette.ts'
import type { SessionView } from './session/state.ts'
import { destinationsOf } from './ui/destinations.ts'
import { nextInFeed } from './ui/next-in-feed.ts'
import { useShortcutHelp } from './ui/shortcut-help.ts'
import { isForShortcuts, noteChord } from './ui/shortcuts.ts'

interface Surroundings {
  navigate: UseNavigateResult<string>
  session: SessionView
  compose: () => void
}

/** Listens for the keys that `shortcuts` in `ui/shortcuts.ts` lists. @returns what ends it */
export function listenForKeys({ navigate, session, compose }: Surroundings): () => void {
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
  const leaveKeys = tinykeys(window, isVisitor ? always : { ...always, n: on(compose) })
  const leavePalette = listenForPalette()
  window.addEventListener('keydown', noteChord, true)
  return () => {
    leaveKeys()
    leavePalette()
    window.removeEventListener('keydown', noteChord, true)
  }
}
