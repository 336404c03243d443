import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { codeOf, StartupProblem } from '../startup-problem.ts'
import type { Binaries } from './binaries.ts'

const patience = 10_000

/**
 * Stops a Postgres that an earlier start left behind on `cluster` when it was killed, and takes away the file that
 * says it is there. The caller holds the lock of the folder, so nobody else is using that Postgres.
 */
export async function stopOrphans(cluster: string, binaries: Binaries): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid')
  if (!existsSync(cluster)) {
    return
  }
  if (process.platform === 'win32') {
    if (existsSync(pidFile)) {
      spawnSync(binaries.pgCtl, ['stop', '-D', cluster, '-m', 'fast'], { windowsHide: true })
    }
    return
  }
  const postmaster = existsSync(pidFile) ? Number.parseInt(readFileSync(pidFile, 'utf8'), 10) : undefined
  const findOrphans = () =>
    process.platform === 'linux' ? processesIn(cluster) : postmasterOn(cluster, postmaster)
  if (postmaster !== undefined && findOrphans().includes(postmaster)) {
    send(postmaster, 'SIGINT', cluster)
    await waitUntilGone(findOrphans)
  }
  for (const pid of findOrphans()) {
    send(pid, 'SIGKILL', cluster)
  }
  await waitUntilGone(findOrphans)
  const [left] = findOrphans()
  if (left !== undefined) {
    throw new StartupProblem(
      `Postgres (process ${left}) still runs on ${cluster} and does not stop. End it and start again.`,
    )
  }
  rmSync(pidFile, { force: true })
}

/** Every process of a Postgres works in its cluster's folder, and so does the one that makes it. */
function processesIn(cluster: string): number[] {
  const folder = realpathSync(cluster)
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const isPostgres = /^(postgres|initdb)/.test(readFileSync(`/proc/${pid}/comm`, 'utf8'))
        return isPostgres && readlinkSync(`/proc/${pid}/cwd`) === folder
      } catch {
        // It ended meanwhile, or belongs to someone else.
        return false
      }
    })
    .map(Number)
}

/** The id in the file may belong to any other program by now. */
function postmasterOn(cluster: string, postmaster: number | undefined): number[] {
  if (postmaster === undefined) {
    return []
  }
  const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(postmaster)], { encoding: 'utf8' })
  return stdout.includes('postgres') && stdout.includes(cluster) ? [postmaster] : []
}

function send(pid: number, signal: NodeJS.Signals, cluster: string): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (codeOf(error) === 'EPERM') {
      throw new StartupProblem(
        `Postgres (process ${pid}) of another user runs on ${cluster}. Ask them to stop it.`,
      )
    }
  }
}

async function waitUntilGone(findOrphans: () => number[]): Promise<void> {
  const deadline = performance.now() + patience
  while (findOrphans().length > 0 && performance.now() < deadline) {
    await pause(20)
  }
}
