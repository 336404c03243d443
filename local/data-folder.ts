import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { makeFolder } from './make-folder.ts'
import { takeLock } from './setup/process-lock.js'
import { folderProblem, StartupProblem } from './startup-problem.ts'

/** What may lie in the folder before the first start is through: locks, the set-up's cache, a site built for tests. */
const EARLY = /^((mayfly|setup)\.lock.*|npm-cache|site|site\.stamp|installation\.json\.new)$/

/** The folder that holds all data of one Mayfly, ours alone until it is released. */
export interface DataFolder {
  /** Absolute. */
  path: string
  /** Tells whoever tries to start beside us where we are to be found. */
  announce(address: string): void
  release(): void
}

/**
 * Makes the folder, for its owner alone, when there is none, and takes it for this process.
 * Fails with a StartupProblem, also when other things than a Mayfly's lie in it: a reset would remove them.
 */
export function openDataFolder(folder: string): DataFolder {
  const path = resolve(folder)
  const lock = takeLockIn(path)
  if (lock.isMine) {
    return { path, announce: lock.announce, release: lock.release }
  }
  const { pid, address } = lock.holder
  const advice = address === undefined ? 'Stop it first.' : `Open ${address} or stop it first.`
  throw new StartupProblem(`Mayfly is already running here (process ${pid}). ${advice}`)
}

function takeLockIn(path: string) {
  try {
    makeFolder(path)
    assertOurs(path)
    return takeLock(join(path, 'mayfly.lock'))
  } catch (error) {
    throw folderProblem(error, path)
  }
}

function assertOurs(path: string) {
  const names = readdirSync(path)
  const isOurs = names.includes('installation.json') || names.every((name) => EARLY.test(name))
  if (isOurs) return
  throw new StartupProblem(
    `${path} holds other things than a Mayfly. Nothing in it was touched. Choose an empty folder, or a new one.`,
  )
}
