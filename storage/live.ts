import { setTimeout as pause } from 'node:timers/promises'
import type { Given } from '@mayfly/config/config'
import { LiveEvent } from '@mayfly/contract/live'
import pg from 'pg'
import { connectionTo } from './connection.ts'
import type { Database } from './database.ts'
import { sql } from './sql.ts'

const CHANNEL = 'live'
const CONNECT_MILLISECONDS = 5_000
const LONGEST_PAUSE_MILLISECONDS = 10_000
/** A connection that is dead without a word is noticed after about this long. */
const PROBE_MILLISECONDS = 30_000

/** Something that happened, and whom it concerns. */
export interface Announcement {
  to: readonly string[]
  event: LiveEvent
}

export interface LiveListener {
  hear: (announcement: Announcement) => void
  /** It is heard from now on; what happened before is not known. */
  mayHaveMissed: () => void
}

/** Tells what happened to every backend that listens, by ids alone. Nothing is kept: who does not listen does not hear. */
export const liveStore = (database: Database, config: Given) => ({
  tell: (to: readonly string[], event: LiveEvent): Promise<void> => tellAll(database, [{ to, event }]),

  /** Tells of several things, in their order, in one go. */
  tellAll: (announcements: readonly Announcement[]): Promise<void> => tellAll(database, announcements),

  /** Listens on a connection of its own, and connects again whenever it breaks. @returns what ends it */
  listen: (listener: LiveListener): (() => Promise<void>) => {
    const ending = new AbortController()
    const work = keepListening(config, listener, ending.signal)
    return async () => {
      ending.abort()
      await work
    }
  },
})

async function tellAll(database: Database, announcements: readonly Announcement[]): Promise<void> {
  const payloads = announcements.filter(({ to }) => to.length > 0).map((one) => JSON.stringify(one))
  if (payloads.length === 0) return
  await database.rows(sql`
    select pg_notify(${CHANNEL}, payload)
    from unnest(${payloads}::text[]) with ordinality as said (payload, position)
    order by position`)
}

async function keepListening(config: Given, listener: LiveListener, ending: AbortSignal) {
  for (let failures = 0; !ending.aborted; ) {
    const hasListened = await listenOnce(config, listener, ending)
    failures = hasListened ? 1 : failures + 1
    const longest = Math.min(LONGEST_PAUSE_MILLISECONDS, 100 * 2 ** failures)
    if (!ending.aborted) await pause(longest * Math.random(), undefined, { signal: ending }).catch(() => {})
  }
}

/** Until the connection breaks or is ended. @returns whether there was one */
async function listenOnce(
  config: Given,
  { hear, mayHaveMissed }: LiveListener,
  ending: AbortSignal,
): Promise<boolean> {
  const client = new pg.Client({
    ...connectionTo(config),
    connectionTimeoutMillis: CONNECT_MILLISECONDS,
    query_timeout: CONNECT_MILLISECONDS,
    keepAlive: true,
  })
  const { promise: over, resolve: end } = Promise.withResolvers<void>()
  client.on('error', () => end())
  client.on('end', () => end())
  client.on('notification', ({ payload = '' }) => {
    const announcement = announcementIn(payload)
    if (announcement) hear(announcement)
  })
  ending.addEventListener('abort', () => end(), { once: true })
  let probe: NodeJS.Timeout | undefined
  try {
    await client.connect()
    await client.query(`listen ${CHANNEL}`)
    mayHaveMissed()
    probe = setInterval(() => void client.query('select 1').catch(() => end()), PROBE_MILLISECONDS)
    await over
    return true
  } catch {
    return false
  } finally {
    clearInterval(probe)
    // A broken connection can't be ended politely.
    await client.end().catch(() => {})
  }
}

/** A newer backend beside this one may tell what this one does not know. */
function announcementIn(payload: string): Announcement | undefined {
  try {
    const { to, event } = JSON.parse(payload)
    return Array.isArray(to) ? { to, event: LiveEvent.parse(event) } : undefined
  } catch {
    return undefined
  }
}
