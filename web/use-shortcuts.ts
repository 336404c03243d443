import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { tinykeys } from 'tinykeys'
import { useSession } from './session/use-session.ts'
import { nextInFeed } from './ui/next-in-feed.ts'
import { useShortcutHelp } from './ui/shortcut-help.ts'
import { isForShortcuts } from './ui/shortcuts.ts'

/** Listens for the keys that `shortcuts` in `ui/shortcuts.ts` lists. */
export function useShortcuts(compose: () => void): void {
  const navigate = useNavigate()
  const { me, state } = useSession()

  useEffect(() => {
    const on = (action: () => void) => (event: KeyboardEvent) => {
      if (!isForShortcuts(event)) return
      event.preventDefault()
      action()
    }
    const isVisitor = state === 'signed-out'
    const always = {
      '?': on(useShortcutHelp.getState().open),
      'Shift+?': on(useShortcutHelp.getState().open),
      j: on(() => nextInFeed(1)),
      k: on(() => nextInFeed(-1)),
      'g e': on(() => void navigate({ to: '/explore' })),
    }
    const whenSignedIn = {
      n: on(compose),
      'g h': on(() => void navigate({ to: '/home' })),
      'g p': on(() => me && void navigate({ to: '/@{$handle}', params: { handle: me.handle } })),
      'g s': on(() => void navigate({ to: '/settings' })),
    }
    return tinykeys(window, isVisitor ? always : { ...always, ...whenSignedIn })
  }, [navigate, me, state, compose])
}
