import { readFileSync, statSync } from 'node:fs'
import { StartupProblem } from '../startup-problem.ts'

/** The account that Postgres runs under. */
export interface Account {
  uid: number
  gid: number
}

/**
 * Postgres refuses to run as root, so root lends it another account: the one that its files in `cluster`
 * belong to, else the system's `postgres` or `nobody`. Undefined means the account of this process.
 */
export function accountFor(cluster: string): Account | undefined {
  if (process.getuid?.() !== 0) {
    return undefined
  }
  if (process.platform !== 'linux') {
    throw new StartupProblem('Postgres refuses to run as root. Start Mayfly as yourself, without sudo.')
  }
  const owner = statSync(cluster, { throwIfNoEntry: false })
  if (owner !== undefined && owner.uid !== 0) {
    return { uid: owner.uid, gid: owner.gid }
  }
  return namedAccount('postgres') ?? namedAccount('nobody') ?? { uid: 65_534, gid: 65_534 }
}

function namedAccount(name: string): Account | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  if (line === undefined) {
    return undefined
  }
  const [, , uid, gid] = line.split(':')
  return { uid: Number(uid), gid: Number(gid) }
}
