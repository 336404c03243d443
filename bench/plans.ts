import { openStores, type Stores } from '@mayfly/storage/stores'
import pg from 'pg'
import { bareConfig } from './bare-config.ts'
import { inBigDatabase } from './big-database.ts'
import { type Cost, costsOf, statementsOf } from './explain.ts'
import { type Cast, readsOf } from './reads.ts'

const MOST_BUFFERS = 5_000
/** A table with fewer rows may be read from one end to the other. */
const BIG_ROWS = 10_000

/** What every list costs in a big Mayfly. Fails where a statement reads too much, or a whole table. */
await inBigDatabase(async (databaseUrl, now) => {
  const stores = openStores(bareConfig(databaseUrl))
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const isFine = await measureAll(client, stores, now)
    if (!isFine) process.exitCode = 1
  } finally {
    await client.end()
    await stores.close()
  }
})

async function measureAll(client: pg.Client, stores: Stores, now: Date): Promise<boolean> {
  const big = new Set(
    await namesIn(client, `select relname as name from pg_class where reltuples > ${BIG_ROWS}`),
  )
  const cast = await castIn(client)
  let isFine = true
  console.log(`\n${'read'.padEnd(40)} buffers: this plan, a generic one; the same while rows change   ms`)
  for (const [name, read] of readsOf(stores, cast, now)) {
    const asked = await statementsOf(read)
    for (const [index, statement] of asked.entries()) {
      const costs = await costsOf(client, statement)
      const problem = problemIn(costs, big)
      isFine &&= problem === ''
      const title = asked.length > 1 ? `${name} (${index + 1})` : name
      const buffers = costs.map((cost) => String(cost.buffers).padStart(9)).join('')
      const milliseconds = costs.map((cost) => cost.milliseconds.toFixed(1).padStart(8)).join('')
      console.log(`${title.padEnd(40)}${buffers}   ${milliseconds}  ${problem}`)
    }
  }
  return isFine
}

function problemIn(costs: Cost[], big: Set<string>): string {
  const scanned = costs.flatMap((cost) => cost.scanned.filter((table) => big.has(table)))
  const most = Math.max(...costs.map(({ buffers }) => buffers))
  return [
    ...(most > MOST_BUFFERS ? [`reads more than ${MOST_BUFFERS} buffers`] : []),
    ...(scanned.length > 0 ? [`reads all of ${[...new Set(scanned)].join(', ')}`] : []),
  ].join('; ')
}

async function castIn(client: pg.Client): Promise<Cast> {
  const { rows } = await client.query<Cast>(`
    select
      (select id from users where handle = 'person_1000') as reader,
      (select id from users where handle = 'person_1') as famous,
      (select id from posts order by like_count desc limit 1) as liked,
      (select id from posts order by answer_count desc limit 1) as answered,
      (select common_tag from moment) as "commonTag",
      (select rare_word from moment) as "rareWord"`)
  return rows[0] as Cast
}

async function namesIn(client: pg.Client, text: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(text)
  return rows.map(({ name }) => name)
}
