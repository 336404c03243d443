type Lockout = { failures: number; lockedUntil: number; forgetAt: number }

export type SavedLockouts = [key: string, lockout: Lockout][]
export type Lockouts = ReturnType<typeof openLockouts>

const freeFailures = 5
const longestLock = 15 * 60_000
const memory = 15 * 60_000
const mostKept = 5000

/**
 * Counts wrong passwords: after five the account is locked for a second, doubled by each further one up to
 * fifteen minutes. Tries made during a lock do not count. Names without an account are counted just the same,
 * so that a lock tells nothing. Source: "Lockout behavior for failed sign-in attempts", Cognito developer guide.
 */
export function openLockouts(saved: SavedLockouts = []) {
  const lockouts = new Map(saved)

  function isLocked(key: string, now: Date): boolean {
    const lockout = lockouts.get(key)
    return lockout !== undefined && now.getTime() < lockout.lockedUntil
  }

  function countFailure(key: string, now: Date): void {
    forgetOld(now)
    const failures = (lockouts.get(key)?.failures ?? 0) + 1
    const lockedUntil = now.getTime() + lockTime(failures)
    lockouts.delete(key)
    lockouts.set(key, { failures, lockedUntil, forgetAt: lockedUntil + memory })
  }

  function forgetOld(now: Date): void {
    for (const [key, { forgetAt }] of lockouts) {
      if (forgetAt <= now.getTime() || lockouts.size > mostKept) lockouts.delete(key)
    }
  }

  return {
    isLocked,
    countFailure,
    clear: (key: string) => lockouts.delete(key),
    toJSON: (): SavedLockouts => [...lockouts],
  }
}

function lockTime(failures: number): number {
  if (failures < freeFailures) return 0
  return Math.min(1000 * 2 ** (failures - freeFailures), longestLock)
}
