import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** What tells a process from a later one with the same id. */
export function identify(pid) {
  return { pid, startedAt: lookAt(pid).startedAt }
}

/** Whether the process that was identified still runs: an id alone may have been given to another one since. */
export function isAlive({ pid, startedAt }) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error.code !== 'EPERM') {
      return false
    }
  }
  const now = lookAt(pid)
  return !now.hasEnded && (now.startedAt ?? startedAt) === (startedAt ?? now.startedAt)
}

/** When a process started, in words to compare only, and whether it only waits to be buried: as far as that is known. */
function lookAt(pid) {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const fieldsAfterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return { startedAt: fieldsAfterName[19], hasEnded: fieldsAfterName[0] === 'Z' }
    }
    if (process.platform === 'darwin') {
      const { stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' })
      return { startedAt: stdout.trim() || undefined, hasEnded: false }
    }
  } catch {
    // Some systems hide other people's processes.
  }
  return { startedAt: undefined, hasEnded: false }
}
