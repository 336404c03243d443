import type { RateWindow } from '@mayfly/contract/limits'
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Database } from './database.ts'
import { sql } from './sql.ts'

/** A request that is being counted. */
export interface Counting {
  now: Date
  /** Why Postgres could not count it. It is not asked again for this request. */
  failure?: unknown
}

interface Counted {
  points: number
  milliseconds: number
}

/**
 * One window that all tasks count in. The library decides; what it remembers is in our own table, by the request's
 * clock. Where Postgres can't be reached, each task counts in its own memory.
 */
export class SharedLimiter extends RateLimiterPostgres {
  readonly #database: Database

  constructor(database: Database, { most, seconds }: RateWindow) {
    const window = { points: most, duration: seconds, keyPrefix: '' }
    super({
      ...window,
      storeClient: database,
      storeType: 'pool',
      tableName: 'rates',
      tableCreated: true,
      clearExpiredByTimeout: false,
      insuranceLimiter: new RateLimiterMemory(window),
    })
    this.#database = database
  }

  /** Where the library writes; its own statement knows the machine's clock alone. */
  async _upsert(key: string, points: number, milliseconds: number, _isForced: boolean, counting: Counting) {
    if (counting.failure !== undefined) throw counting.failure
    const { now } = counting
    const endsAt = new Date(now.getTime() + milliseconds)
    try {
      const row = await this.#database.first<{ points: number; endsAt: string }>(sql`
        insert into rates as r (key, points, ends_at) values (${key}, ${points}, ${endsAt})
        on conflict (key) do update set
          points = case when r.ends_at > ${now} then r.points + ${points} else ${points} end,
          ends_at = case when r.ends_at > ${now} then r.ends_at else ${endsAt} end
        returning points, ends_at as "endsAt"`)
      if (row === undefined) throw new Error('An upsert returned no row.')
      return { points: row.points, milliseconds: Date.parse(row.endsAt) - now.getTime() }
    } catch (error) {
      counting.failure = error
      throw error
    }
  }

  /** How the library reads what was written. */
  _getRateLimiterRes(_key: string, changed: number, { points, milliseconds }: Counted): RateLimiterRes {
    return new RateLimiterRes(Math.max(this.points - points, 0), milliseconds, points, points === changed)
  }
}
