import { type Lambda, type LambdaName, roleOf, wiring } from '@mayfly/lambdas/wiring'
import { migrate } from '@mayfly/storage/migrate'
import pg from 'pg'

type Process = LambdaName | 'backend'

const functions = Object.entries<Lambda>(wiring) as [LambdaName, Lambda][]
const processes: Process[] = [
  'backend',
  ...functions.filter(([, { reaches }]) => reaches.includes('postgres')).map(([name]) => name),
]

/** Brings the database up to date as its owner, and lets each process's role in, as IAM does on AWS. */
export async function prepareDatabase(ownerUrl: string): Promise<void> {
  await migrate(ownerUrl)
  const { password } = new URL(ownerUrl)
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    for (const process of processes)
      await owner.query(`alter role ${roleOf(process)} password ${owner.escapeLiteral(password)}`)
  } finally {
    await owner.end()
  }
}

/** Where a process finds the database, signed in as its own role. */
export function addressFor(process: Process, ownerUrl: string): string {
  const url = new URL(ownerUrl)
  url.username = roleOf(process)
  return url.href
}
