import type { LiveEvent } from '@mayfly/contract/live'
import type { Announcement, Stores } from '@mayfly/storage/stores'
import type { Viewer } from './operation.ts'

/** Under the shortest idle time on the way: the load balancer's 60 s and CloudFront's 30 s. */
const BEAT_MILLISECONDS = 15_000
/** What may wait for a reader: events are about a hundred bytes. */
const MOST_WAITING_BYTES = 32 * 1024
/** More than a person has devices; the oldest connection goes first. */
const MOST_CONNECTIONS = 20

const encoder = new TextEncoder()
const beat = encoder.encode(': beat\n\n')
const catchUp = textOf({ type: 'catch-up' })

interface Reader {
  personId: string
  sessionId: string
  /** When the token that let them in is over. */
  endsAt: Date
  stream: ReadableStreamDefaultController<Uint8Array>
}

/** Who asks to be told. */
type ReaderOf = Pick<Viewer, 'id' | 'sessionId' | 'endsAt'>

export type LiveHub = ReturnType<typeof openLiveHub>

/**
 * Passes on what happens to the connected readers whom it concerns. A reader who is too slow is told to catch up, and
 * let go; so is everybody when the hub closes. What happens while nobody is connected is not kept.
 */
export function openLiveHub(live: Stores['live'], now: () => Date) {
  const readers = new Map<string, Set<Reader>>()
  let isClosed = false
  const endListening = live.listen({
    hear: ({ to, event }: Announcement) => {
      const bytes = textOf(event)
      for (const reader of to.flatMap((personId) => [...(readers.get(personId) ?? [])])) {
        give(reader, bytes)
        if (event.type === 'session-ended' && event.sessionId === reader.sessionId) letGo(reader)
      }
    },
    mayHaveMissed: () => forAll((reader) => give(reader, catchUp)),
  })
  const beating = setInterval(() => forAll(keepUp), BEAT_MILLISECONDS)

  function forAll(act: (reader: Reader) => void) {
    for (const theirs of [...readers.values()]) for (const reader of [...theirs]) act(reader)
  }

  function keepUp(reader: Reader) {
    if (reader.endsAt <= now()) letGo(reader)
    else give(reader, beat)
  }

  function give(reader: Reader, bytes: Uint8Array) {
    const hasRoom = (reader.stream.desiredSize ?? 0) > 0
    if (hasRoom) reader.stream.enqueue(bytes)
    else letGo(reader, catchUp)
  }

  function letGo(reader: Reader, lastWords?: Uint8Array) {
    if (!forget(reader)) return
    if (lastWords) reader.stream.enqueue(lastWords)
    reader.stream.close()
  }

  function forget(reader: Reader): boolean {
    const theirs = readers.get(reader.personId)
    const wasKnown = theirs?.delete(reader) ?? false
    if (theirs?.size === 0) readers.delete(reader.personId)
    return wasKnown
  }

  function admit(reader: Reader) {
    const theirs = readers.get(reader.personId) ?? new Set()
    readers.set(reader.personId, theirs.add(reader))
    const [oldest] = theirs
    if (theirs.size > MOST_CONNECTIONS && oldest) letGo(oldest)
    reader.stream.enqueue(beat)
    // Whoever asked just before would else be waited for.
    if (isClosed) letGo(reader)
  }

  return {
    /** What happens to this person from now on, until their token or their session is over. */
    open: ({ id: personId, sessionId, endsAt }: ReaderOf): ReadableStream<Uint8Array> => {
      let reader: Reader
      return new ReadableStream<Uint8Array>(
        {
          start: (stream) => {
            reader = { personId, sessionId, endsAt, stream }
            admit(reader)
          },
          cancel: () => void forget(reader),
        },
        new ByteLengthQueuingStrategy({ highWaterMark: MOST_WAITING_BYTES }),
      )
    },

    close: async (): Promise<void> => {
      isClosed = true
      clearInterval(beating)
      forAll((reader) => letGo(reader))
      await endListening()
    },
  }
}

/** As the WHATWG's server-sent events are written. */
function textOf(event: LiveEvent): Uint8Array {
  return encoder.encode(`data: ${JSON.stringify(event)}\n\n`)
}
