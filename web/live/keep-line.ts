import { MANY_FAILURES, waitBefore } from './backoff.ts'
import { catchUp } from './event-in.ts'
import { readEvents } from './read-events.ts'

const LONGEST_SILENCE_MS = 40_000
const LOOK_EVERY_MS = 5_000
const LASTING_MS = 10_000

export interface LineParts {
  /** Asks for a stream of events. */
  connect: (signal: AbortSignal) => Promise<Response>
  /** Passes on what the server says. */
  say: (data: string) => void
  /** Makes a pause of so many milliseconds, which ends with the signal at the latest. */
  rest: (milliseconds: number) => Promise<void>
}

/** Stays connected until the signal; whenever it is so anew, says to catch up. Never throws. */
export async function keepLine({ connect, say, rest }: LineParts, signal: AbortSignal): Promise<void> {
  let failures = 0
  let wait = 0
  while (!signal.aborted) {
    await rest(wait)
    if (signal.aborted) return
    const end = await listen(connect, say, signal)
    failures = { lasted: 0, broke: failures + 1, absent: MANY_FAILURES }[end]
    wait = waitBefore(failures, Math.random())
  }
}

type End = 'lasted' | 'broke' | 'absent'

/** Listens to one connection for as long as it is alive. */
async function listen(
  connect: LineParts['connect'],
  say: LineParts['say'],
  signal: AbortSignal,
): Promise<End> {
  const startedAt = Date.now()
  const connection = new AbortController()
  // By the device's clock, which goes on in its sleep: on waking, what was connected before is dropped.
  let heardAt = startedAt
  const watch = setInterval(() => {
    if (Date.now() - heardAt > LONGEST_SILENCE_MS) connection.abort()
  }, LOOK_EVERY_MS)
  try {
    const response = await connect(AbortSignal.any([signal, connection.signal]))
    if (!response.body || !isEventStream(response)) return isAbsent(response) ? 'absent' : 'broke'
    say(catchUp)
    await readEvents(response.body, {
      onData: say,
      onBytes() {
        heardAt = Date.now()
      },
    })
  } catch {
    // A broken line is no news: it is tried again, and catching up makes good for it.
  } finally {
    clearInterval(watch)
    connection.abort()
  }
  return heardAt - startedAt >= LASTING_MS ? 'lasted' : 'broke'
}

const isEventStream = ({ ok, headers }: Response) =>
  ok && (headers.get('content-type')?.startsWith('text/event-stream') ?? false)

/** A site without live events has no such path, or another page in its place. */
const isAbsent = ({ ok, status }: Response) => ok || status === 404 || status === 405
