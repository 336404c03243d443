import { useSyncExternalStore } from 'react'
import { onSessionChange, type SessionView, sessionView } from './state.ts'

/** Who is signed in: `{ state, me }`. `me` is set exactly when the state is 'signed-in'. */
export function useSession(): SessionView {
  return useSyncExternalStore(onSessionChange, sessionView)
}
