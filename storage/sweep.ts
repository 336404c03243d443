import type { Database } from './database.ts'
import { type Statement, sql } from './sql.ts'

const BATCH = 1_000

interface Perishable {
  table: Statement
  key: Statement
  /** When a row is over: a column with an index. */
  end: Statement
}

/** Deletes what is over, a batch at a time, beside others who do the same. @returns how many rows went */
export async function sweep(database: Database, { table, key, end }: Perishable, now: Date): Promise<number> {
  let removed = 0
  let batch: number
  do {
    batch = await database.change(sql`
      delete from ${table} where ${key} = any(array(
        select ${key} from ${table} where ${end} <= ${now}
        order by ${end} limit ${BATCH} for update skip locked
      ))`)
    removed += batch
  } while (batch === BATCH)
  return removed
}
