import type { LiveEvent } from '@mayfly/contract/live'

const PAUSE_MS = 2_000
const RETRY_MS = 60_000

type Listener = (event: LiveEvent) => void

const listeners = new Set<Listener>()

/** Hears what happens to whoever is signed in, from the moment that the first page has settled. Never throws. */
export function startLive(): void {
  setTimeout(load, PAUSE_MS)
}

/** Calls back at each event, in whichever tab it was heard. Returns how to stop. */
export function onLive(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function load(): void {
  import('./follow-session.ts')
    .then(({ followSession }) => followSession(tell))
    .catch(() => setTimeout(load, RETRY_MS))
}

function tell(event: LiveEvent): void {
  for (const listener of [...listeners]) {
    try {
      listener(event)
    } catch (error) {
      // A listener's mistake is seen, and neither ends the line nor keeps the event from the others.
      reportError(error)
    }
  }
}
