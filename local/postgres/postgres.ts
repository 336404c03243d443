import { join, resolve } from 'node:path'
import { makeFolder } from '../make-folder.ts'
import { assertPortFree, freePort } from '../ports.ts'
import { takeLock } from '../setup/process-lock.js'
import { folderProblem, StartupProblem } from '../startup-problem.ts'
import { accountFor } from './account.ts'
import { findBinaries } from './binaries.ts'
import { openCluster, role, unfinished } from './cluster.ts'
import { stopOrphans } from './orphans.ts'
import { type Server, startServer } from './server.ts'
import { settingArguments } from './settings.ts'

export interface PostgresOptions {
  /** Made when it does not exist; holds the cluster, its password (readable by us alone) and the log. */
  dataDir: string
  /** On the loopback address; any free one when left out. */
  port?: number
  /** The command to advise when `port` is taken. */
  howToChangePort?: string
  /** Gives up safety against power cuts for speed, for data that nobody will miss. */
  throwaway?: boolean
  /** Told, with the end of the log, when Postgres ends without having been stopped. */
  onDeath?: (lastWords: string) => void
}

export interface RunningPostgres {
  /** The address of a database, with role and password in it. */
  url(database: string): string
  port: number
  password: string
  pid: number
  /** Breaks off what runs and ends when all is on disk; may be called twice. */
  stop(): Promise<void>
}

/**
 * Starts a real Postgres 18 on the loopback address: as root too, wherever the project lies, and whatever an
 * earlier start left behind when it was killed. Fails with a StartupProblem.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const home = resolve(options.dataDir)
  const lock = lockFolder(home)
  try {
    const { server, port, password } = await startIn(home, options)
    let isWanted = true
    void server.ended.then((lastWords) => {
      lock.release()
      if (isWanted) {
        options.onDeath?.(lastWords)
      }
    })
    const stop = async () => {
      isWanted = false
      await server.stop()
    }
    const url = (database: string) =>
      `postgres://${role}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`
    return { url, port, password, pid: server.pid, stop }
  } catch (error) {
    lock.release()
    throw folderProblem(error, home)
  }
}

async function startIn(
  home: string,
  options: PostgresOptions,
): Promise<{ server: Server; port: number; password: string }> {
  const cluster = join(home, 'cluster')
  const account = accountFor(cluster)
  const binaries = findBinaries(account)
  await stopOrphans(cluster, binaries)
  await stopOrphans(unfinished(cluster), binaries)
  const port = await choosePort(options)
  const throwaway = options.throwaway ?? false
  const place = { folder: cluster, passwordFile: join(home, 'password'), throwaway }
  const password = await openCluster(place, binaries, account)
  const settings = settingArguments(port, throwaway)
  const logFile = join(home, 'postgres.log')
  const server = await startServer({ binaries, account, cluster, logFile, arguments: settings })
  return { server, port, password }
}

function lockFolder(home: string) {
  try {
    makeFolder(home)
    const lock = takeLock(join(home, 'postgres.lock'))
    if (lock.isMine) {
      return lock
    }
    throw new StartupProblem(
      `Postgres already runs in ${home} for process ${lock.holder.pid}. Stop that first.`,
    )
  } catch (error) {
    throw folderProblem(error, home)
  }
}

async function choosePort({ port, howToChangePort }: PostgresOptions): Promise<number> {
  if (port === undefined) {
    return freePort()
  }
  await assertPortFree(port, 'Postgres', howToChangePort)
  return port
}
