import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useSession } from './session/use-session.ts'

// Asked for at once, beside the page's own code: keys are heard as soon as there is a page.
const listening = import('./listen-for-keys.ts')

/** The keys of the app. */
export function useShortcuts(compose: () => void): void {
  const navigate = useNavigate()
  const session = useSession()
  useEffect(() => {
    let isOver = false
    let stop = () => {}
    listening.then(
      ({ listenForKeys }) => {
        if (!isOver) stop = listenForKeys({ navigate, session, compose })
      },
      // Without a line there are no keys; all that they do can be pressed, too.
      () => undefined,
    )
    return () => {
      isOver = true
      stop()
    }
  }, [navigate, session, compose])
}
