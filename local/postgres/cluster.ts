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
  return readFileSync(place.passwordFile, 'utf8')
}

/** Works under another name until all is done: a cluster is either whole or not there. */
async function makeCluster(
  place: ClusterPlace,
  binaries: Binaries,
  account: Account | undefined,
): Promise<string> {
  const draft = `${place.folder}.unfinished`
  rmSync(draft, { recursive: true, force: true })
  rmSync(place.passwordFile, { force: true })
  mkdirSync(draft, { mode: 0o700 })
  const password = randomBytes(24).toString('base64url')
  writeFileSync(place.passwordFile, password, { mode: 0o600 })
  if (account !== undefined) {
    chownSync(draft, account.uid, account.gid)
    chownSync(place.passwordFile, account.uid, account.gid)
  }
  await runInitdb(draft, place.passwordFile, binaries, account)
  renameSync(draft, place.folder)
  return password
}

async function runInitdb(
  folder: string,
  passwordFile: string,
  binaries: Binaries,
  account: Account | undefined,
): Promise<void> {
  const passwordHandle = openSync(passwordFile, 'r')
  const passwordName = process.platform === 'linux' ? '/proc/self/fd/3' : passwordFile
  const locale = ['--locale=C', `--lc-ctype=${characterTypes[process.platform] ?? 'C'}`]
  const collation = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const access = [`--username=${role}`, '--auth=scram-sha-256', `--pwfile=${passwordName}`]
  const initdb = spawn(
    binaries.initdb,
    [
      '-D',
      nameFromWithin(folder),
      '--encoding=UTF8',
      ...locale,
      ...collation,
      ...access,
      '--no-instructions',
    ],
    {
      ...account,
      cwd: folder,
      env: programEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe', passwordHandle],
      windowsHide: true,
    },
  )
  try {
    const [[status], said] = await Promise.all([
      once(initdb, 'close'),
      text(initdb.stderr as NodeJS.ReadableStream),
    ])
    if (status !== 0) {
      throw programProblem(
        'Postgres could not make its data folder. Its own words below say why.',
        said,
        folder,
      )
    }
  } finally {
    closeSync(passwordHandle)
  }
}
