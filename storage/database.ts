import type { Given } from '@mayfly/config/config'
import { Refusal } from '@mayfly/contract/refusal'
import pg from 'pg'
import { connectionTo } from './connection.ts'
import { type Statement, toQuery } from './sql.ts'

const TIMESTAMPTZ = pg.types.builtins.TIMESTAMPTZ
const CONNECT_MILLISECONDS = 5_000
const STATEMENT_MILLISECONDS = 10_000

export type Database = ReturnType<typeof openDatabase>

/** A pool of so many connections. Opening does not connect; the first query does. */
export function openDatabase(config: Given, mostConnections: number) {
  let pool: pg.Pool | undefined

  async function run(statement: Statement): Promise<pg.QueryResult> {
    pool ??= openPool(config, mostConnections)
    return pool.query(toQuery(statement)).catch(rethrow)
  }

  const rows = async <Row>(statement: Statement): Promise<Row[]> => (await run(statement)).rows

  return {
    rows,
    first: async <Row>(statement: Statement): Promise<Row | undefined> => (await rows<Row>(statement))[0],
    /** How many rows the statement changed. */
    change: async (statement: Statement): Promise<number> => (await run(statement)).rowCount ?? 0,
    close: async (): Promise<void> => pool?.end(),
  }
}

function openPool(config: Given, mostConnections: number): pg.Pool {
  const pool = new pg.Pool({
    ...connectionTo(config),
    max: mostConnections,
    connectionTimeoutMillis: CONNECT_MILLISECONDS,
    statement_timeout: STATEMENT_MILLISECONDS,
    options: '-c timezone=UTC',
    types: { getTypeParser: parserOf },
  })
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  return pool
}

/** Times stay text, in the contract's own form: no Date is built for each of 20 rows. */
function parserOf(oid: number, format?: 'text' | 'binary') {
  if (oid === TIMESTAMPTZ) return isoOf
  return pg.types.getTypeParser(oid, format as 'text')
}

/** `2026-11-23 07:18:12.5+00` as `2026-11-23T07:18:12.500Z`. */
function isoOf(text: string): string {
  const [date, time] = text.slice(0, -3).split(' ') as [string, string]
  const [whole, fraction = ''] = time.split('.')
  return `${date}T${whole}.${fraction.slice(0, 3).padEnd(3, '0')}Z`
}

/** Connections that break or are not to be had, and a statement that took too long (57014). */
const OUT_OF_REACH =
  /^(08...|57P0[1235]|57014|53[0-4]00|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/

function rethrow(error: Error & { code?: string; detail?: string }): never {
  // Postgres quotes the whole row here, and whatever is thrown may be logged.
  delete error.detail
  const isOutOfReach =
    OUT_OF_REACH.test(error.code ?? '') ||
    /timeout exceeded|Connection terminated|not queryable|not currently accepting connections/.test(
      error.message,
    )
  if (!isOutOfReach) throw error
  const refusal = new Refusal(
    'unavailable',
    'Mayfly cannot reach its database. Please try again in a moment.',
  )
  refusal.cause = error
  throw refusal
}
