import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { type LogFile, writeLog } from './log-file.ts'
import { nameFromWithin, programEnvironment, programProblem } from './program.ts'

const patience = 10_000

/** What one run of the program `postgres` is made of. */
export interface ServerSettings {
  binaries: Binaries
  account: Account | undefined
  cluster: string
  logFile: string
  arguments: string[]
}

/** A Postgres that accepts connections. */
export interface Server {
  pid: number
  /** Ends after the running statements were broken off and all is on disk. */
  stop(): Promise<void>
  /** Settles when Postgres has ended, for whatever reason, with the last lines of its log. */
  ended: Promise<string>
}

/** Starts `postgres` and waits until it accepts connections. Fails with a StartupProblem and the end of its log. */
export async function startServer(settings: ServerSettings): Promise<Server> {
  const { binaries, account, cluster } = settings
  const child = spawn(binaries.postgres, ['-D', nameFromWithin(cluster), ...settings.arguments], {
    ...account,
    cwd: cluster,
    env: programEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
    // Ctrl-C in a terminal reaches the whole group of processes: Postgres is to be stopped last, by us.
    detached: process.platform !== 'win32',
    windowsHide: true,
  })
  const output = child.stderr as Readable
  const log = writeLog(settings.logFile, output)
  const signal = () => interrupt(child, settings)
  process.on('exit', signal)
  const ended = untilEnd(child, log)
  void ended.then(() => process.removeListener('exit', signal))
  if (!(await isReady(output, ended))) {
    const what = `Postgres did not start. Its own words below, from ${log.path}, say why.`
    throw programProblem(what, await ended, cluster)
  }
  return { pid: child.pid as number, ended, stop: () => stop(child, settings, ended) }
}

async function isReady(output: Readable, ended: Promise<string>): Promise<boolean> {
  let said = ''
  const ready = new Promise<boolean>((settle) => {
    const listen = (part: string) => {
      said = (said + part).slice(-2000)
      if (said.includes('ready to accept connections')) {
        output.off('data', listen)
        settle(true)
      }
    }
    output.on('data', listen)
  })
  return Promise.race([ready, ended.then(() => false)])
}

async function untilEnd(child: ChildProcess, log: LogFile): Promise<string> {
  try {
    await once(child, 'close')
    return log.lastLines()
  } catch (error) {
    // The program itself could not be run.
    return String(error)
  }
}

async function stop(child: ChildProcess, settings: ServerSettings, ended: Promise<string>): Promise<void> {
  interrupt(child, settings)
  const abort = setTimeout(() => child.kill('SIGQUIT'), patience)
  const kill = setTimeout(() => child.kill('SIGKILL'), 2 * patience)
  await ended
  clearTimeout(abort)
  clearTimeout(kill)
}

/** Asks for a fast and clean stop, without waiting for it. Windows has no signals, so Postgres brings its own. */
function interrupt(child: ChildProcess, { binaries, cluster }: ServerSettings): void {
  if (process.platform === 'win32') {
    spawnSync(binaries.pgCtl, ['stop', '-D', cluster, '-m', 'fast', '--no-wait'], { windowsHide: true })
    return
  }
  child.kill('SIGINT')
}
