import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { StartupProblem } from '../startup-problem.ts'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { nameFromWithin, programEnvironment, programProblem } from './program.ts'

/** The one role of the database, its superuser. */
export const role = 'mayfly'

/** Where a cluster and its password lie. */
export interface ClusterPlace {
  folder: string
  passwordFile: string
  /** Whether the new files need not be safe on the disk. */
  throwaway: boolean
}

/** Builtin collation needs no help of the system, but the word characters of full-text search and pg_trgm do. */
const characterTypes: Partial<Record<NodeJS.Platform, string>> = { linux: 'C.UTF-8', darwin: 'en_US.UTF-8' }

/** Makes the cluster when there is none and returns the password of its role. Fails with a StartupProblem. */
export async function openCluster(
  place: ClusterPlace,
  binaries: Binaries,
  account: Account | undefined,
): Promise<string> {
  const versionFile = join(place.folder, 'PG_VERSION')
  if (!existsSync(versionFile)) {
    return makeCluster(place, binaries, account)
  }
  const major = readFileSync(versionFile, 'utf8').trim()
  if (major !== binaries.major) {
    throw new StartupProblem(
      `The data in ${place.folder} was made by Postgres ${major}; this is Postgres ${binaries.major}. "npm run reset" starts over without it.`,
    )
  }
  if (!existsSync(place.passwordFile)) {
    throw new StartupProblem(
      `${place.passwordFile} is missing, so the data beside it can't be opened. Put it back, or start over with "npm run reset".`,
    )
  }
  const password = readFileSync(place.passwordFile, 'utf8')
  if (!/^[\w-]{32}$/.test(password)) {
    throw new StartupProblem(
      `${place.passwordFile} is damaged, so the data beside it can't be opened. Put it back, or start over with "npm run reset".`,
    )
  }
  return password
}

/** The name under which a cluster is made, so that one under its own name is always whole. */
export function unfinished(cluster: string): string {
  return `${cluster}.unfinished`
}

async function makeCluster(
  place: ClusterPlace,
  binaries: Binaries,
  account: Account | undefined,
): Promise<string> {
  const draft = unfinished(place.folder)
  rmSync(draft, { recursive: true, force: true })
  rmSync(place.passwordFile, { force: true })
  mkdirSync(draft, { mode: 0o700 })
  const password = randomBytes(24).toString('base64url')
  writeFileSync(place.passwordFile, password, { mode: 0o600 })
  if (account !== undefined) {
    chownSync(draft, account.uid, account.gid)
    chownSync(place.passwordFile, account.uid, account.gid)
  }
  await runInitdb(draft, place, binaries, account)
  renameSync(draft, place.folder)
  return password
}

async function runInitdb(
  folder: string,
  place: ClusterPlace,
  binaries: Binaries,
  account: Account | undefined,
): Promise<void> {
  const password = openSync(place.passwordFile, 'r')
  const initdb = spawn(binaries.initdb, initdbArguments(folder, place), {
    ...account,
    cwd: folder,
    env: programEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe', password],
    windowsHide: true,
  })
  closeSync(password)
  const said = text(initdb.stderr as NodeJS.ReadableStream)
  const [status] = await once(initdb, 'close')
  if (status !== 0) {
    const what = 'Postgres could not make its data folder. Its own words below say why.'
    throw programProblem(what, await said, folder)
  }
}

function initdbArguments(folder: string, { passwordFile, throwaway }: ClusterPlace): string[] {
  // Its account may not walk to the password either, but it inherits the open file.
  const passwordName = process.platform === 'linux' ? '/proc/self/fd/3' : passwordFile
  return [
    ...['--pgdata', nameFromWithin(folder)],
    ...['--username', role],
    ...['--auth', 'scram-sha-256'],
    ...['--pwfile', passwordName],
    ...['--encoding', 'UTF8'],
    ...['--locale', 'C'],
    ...['--lc-ctype', characterTypes[process.platform] ?? 'C'],
    ...['--locale-provider', 'builtin'],
    ...['--builtin-locale', 'C.UTF-8'],
    ...(throwaway ? ['--no-sync'] : []),
  ]
}
