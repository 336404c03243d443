import { createHmac } from 'node:crypto'
import { type Given, given } from '@mayfly/config/config'
import { type RateName, type RateSubject, type RateWindow, rates } from '@mayfly/contract/limits'
import { Refusal } from '@mayfly/contract/refusal'
import { RateLimiterRes } from 'rate-limiter-flexible'
import type { Database } from './database.ts'
import { type Counting, SharedLimiter } from './shared-limiter.ts'
import { sql } from './sql.ts'
import { sweep } from './sweep.ts'

/** Who asks, as far as it is known. */
export type Asker = Partial<Record<RateSubject, string | undefined>>

/** A window that is full. */
export interface FullWindow {
  subject: RateSubject
  /** Until it is over; at least 1. */
  seconds: number
}

interface Limit extends RateWindow {
  subject: RateSubject
  limiter: SharedLimiter
}

/** Counts requests, in windows that all tasks share. Whom it counts it knows by a keyed hash alone. */
export function rateStore(database: Database, config: Given) {
  const limits = new Map<RateName, Limit[]>()

  function limitsOf(name: RateName): Limit[] {
    const known = limits.get(name) ?? makeLimits(rates[name])
    limits.set(name, known)
    return known
  }

  function makeLimits(windows: Partial<Record<RateSubject, readonly RateWindow[]>>): Limit[] {
    return Object.entries(windows).flatMap(([name, ofSubject]) => {
      const subject = name as RateSubject
      const factor =
        given(config, 'RATE_FACTOR') * (subject === 'address' ? given(config, 'PEOPLE_PER_ADDRESS') : 1)
      return ofSubject.map((window) => {
        const most = Math.ceil(window.most * factor)
        return { ...window, most, subject, limiter: new SharedLimiter(database, { ...window, most }) }
      })
    })
  }

  /** Different for each window, so that two of the same person can't be laid beside each other. */
  const keyOf = (rate: RateName, { subject, seconds }: Limit, who: string) =>
    createHmac('sha256', given(config, 'RATE_SECRET'))
      .update(JSON.stringify([rate, subject, seconds, who]))
      .digest('base64url')

  return {
    /** Counts a request in one window after the other. @returns the first that is full; those after it do not count it */
    count: async (rate: RateName, asker: Asker, now: Date): Promise<FullWindow | undefined> => {
      const counting: Counting = { now }
      for (const limit of limitsOf(rate)) {
        const who = asker[limit.subject]
        if (who === undefined) continue
        const full = await limit.limiter.consume(keyOf(rate, limit, who), 1, counting).then(hasRoom, isFull)
        if (full) return { subject: limit.subject, seconds: Math.max(1, Math.ceil(full.msBeforeNext / 1000)) }
      }
      // That Postgres is out of reach is seen to; anything else is a bug, which the library hides.
      if (counting.failure !== undefined && !(counting.failure instanceof Refusal)) throw counting.failure
      return undefined
    },

    /** Deletes the windows that are over. @returns how many went */
    removeExpired: (now: Date) =>
      sweep(database, { table: sql`rates`, key: sql`key`, end: sql`ends_at` }, now),
  }
}

const hasRoom = () => undefined

function isFull(reason: unknown): RateLimiterRes {
  if (reason instanceof RateLimiterRes) return reason
  throw reason
}
