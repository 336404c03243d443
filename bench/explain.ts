import pg from 'pg'

export interface Asked {
  text: string
  values: unknown[]
}

export interface Cost {
  buffers: number
  milliseconds: number
  /** Tables that were read from one end to the other. */
  scanned: string[]
}

interface Plan {
  'Node Type': string
  'Relation Name'?: string
  'Shared Hit Blocks': number
  'Shared Read Blocks': number
  Plans?: Plan[]
}

interface Explained {
  rows: { 'QUERY PLAN': [{ Plan: Plan; 'Execution Time': number }] }[]
}

const EXPLAIN = 'explain (analyze, buffers, format json)'

/** Hears what a piece of work asks the database, however it is asked. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Asked[]> {
  const asked: Asked[] = []
  const query = pg.Pool.prototype.query
  pg.Pool.prototype.query = function (this: pg.Pool, ...args: unknown[]) {
    const { text, values } = args[0] as Asked
    asked.push({ text, values })
    return Reflect.apply(query, this, args)
  } as typeof query
  try {
    await work()
  } finally {
    pg.Pool.prototype.query = query
  }
  return asked
}

/**
 * What a statement costs with a plan for these values, and with the one that a prepared statement may end up with; then
 * the same when Postgres knows of no page, where rows change all the time, that it is visible to all.
 */
export async function costsOf(client: pg.Client, asked: Asked): Promise<Cost[]> {
  await client.query('begin')
  try {
    const settled = await plansOf(client, asked)
    await client.query(`
      update pg_class set relallvisible = 0
      where relkind = 'r' and relname in ('posts', 'users', 'notifications')`)
    return [...settled, ...(await plansOf(client, asked))]
  } finally {
    await client.query('rollback')
  }
}

async function plansOf(client: pg.Client, { text, values }: Asked): Promise<Cost[]> {
  const custom: Explained = await client.query(`${EXPLAIN} ${text}`, values)
  await client.query('set local plan_cache_mode = force_generic_plan')
  await client.query(`prepare measured as ${text}`)
  const literals = values.length === 0 ? '' : `(${values.map(literal).join(', ')})`
  const generic: Explained = await client.query(`${EXPLAIN} execute measured${literals}`)
  await client.query('deallocate measured')
  await client.query('set local plan_cache_mode = auto')
  return [custom, generic].map(costIn)
}

function costIn({ rows }: Explained): Cost {
  const explained = rows[0]?.['QUERY PLAN'][0]
  if (explained === undefined) throw new Error('Postgres explained nothing.')
  const { Plan: plan, 'Execution Time': milliseconds } = explained
  const buffers = plan['Shared Hit Blocks'] + plan['Shared Read Blocks']
  return { buffers, milliseconds, scanned: [...new Set(scannedIn(plan))] }
}

function scannedIn(plan: Plan): string[] {
  const own = plan['Node Type'] === 'Seq Scan' ? [plan['Relation Name'] ?? ''] : []
  return [...own, ...(plan.Plans ?? []).flatMap(scannedIn)]
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (value instanceof Date) return `'${value.toISOString()}'`
  if (Array.isArray(value))
    return pg.escapeLiteral(`{${value.map((one) => JSON.stringify(String(one))).join(',')}}`)
  return pg.escapeLiteral(String(value))
}
