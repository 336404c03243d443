import type { LiveEvent } from '@mayfly/contract/live'
import { onSessionChange, sessionView } from '../session/state.ts'
import { connect } from './connect.ts'
import { eventIn } from './event-in.ts'
import { keepLine } from './keep-line.ts'
import { openRest } from './rest.ts'
import { shareLine } from './share-line.ts'

/** Hears for whoever is signed in, and stops at once when that is somebody else or nobody. */
export function followSession(tell: (event: LiveEvent) => void): void {
  let person: string | undefined
  let stay = new AbortController()

  function follow() {
    const { me } = sessionView()
    if (me?.id === person) return
    person = me?.id
    stay.abort()
    stay = new AbortController()
    if (person !== undefined) hearFor(person, tell, stay.signal)
  }

  onSessionChange(follow)
  follow()
}

function hearFor(person: string, tell: (event: LiveEvent) => void, signal: AbortSignal): void {
  const line = shareLine({
    // A name for each person, so that nobody hears what was said to another.
    name: `mayfly-live-${person}`,
    hear(data) {
      const event = eventIn(data)
      if (event && !signal.aborted) tell(event)
    },
    keep: (say) => keepLine({ connect, say, rest: openRest(signal) }, signal),
    signal,
  })
  // Waiting for a turn ends by throwing. Pages work without the line.
  line.catch(() => undefined)
}
