import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { identify, isAlive } from './process-identity.js'

const longestTurn = 5000

/**
 * Takes the lock at `path` (a folder that must not exist otherwise) for this process, or says who holds it.
 * A lock whose processes are all gone, or whose ids now belong to younger processes, is replaced.
 */
export function takeLock(path) {
  const me = { ...identify(process.pid), others: [] }
  for (;;) {
    if (claim(path, me)) {
      return heldLock(path, me)
    }
    const holder = readHolder(path)
    if (holder && [holder, ...holder.others].some(isAlive)) {
      return { isMine: false, holder }
    }
    removeStale(path, holder)
  }
}

/** A folder appears under its final name together with its content, and only if nobody else's is there. */
function claim(path, me) {
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  mkdirSync(draft, { mode: 0o700 })
  try {
    writeFileSync(join(draft, 'holder.json'), JSON.stringify(me), { mode: 0o600 })
    renameSync(draft, path)
    return true
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES'].includes(error.code)) {
      return false
    }
    throw error
  }
}

function heldLock(path, me) {
  const update = (change) => {
    Object.assign(me, change)
    const draft = join(path, 'holder.draft')
    writeFileSync(draft, JSON.stringify(me), { mode: 0o600 })
    renameSync(draft, join(path, 'holder.json'))
  }
  const release = () => {
    process.removeListener('exit', release)
    discard(path)
  }
  process.on('exit', release)
  return {
    isMine: true,
    announce: (address) => update({ address }),
    shareWith: (pid) => update({ others: [...me.others, identify(pid)] }),
    release,
  }
}

/** Those who find a stale lock take turns at removing it, so that none removes what another has just taken. */
function removeStale(path, seen) {
  const turn = `${path}.turn`
  if (!takeTurn(turn)) {
    return
  }
  try {
    if (JSON.stringify(readHolder(path)) === JSON.stringify(seen)) {
      discard(path)
    }
  } finally {
    rmSync(turn, { recursive: true, force: true })
  }
}

function takeTurn(turn) {
  try {
    mkdirSync(turn)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') {
      throw error
    }
    const since = statSync(turn, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
    if (Date.now() - since > longestTurn) {
      rmSync(turn, { recursive: true, force: true })
    }
    return false
  }
}

/** Moves the lock away whole: removed piece by piece, it could be taken by someone else half-way. */
function discard(path) {
  const aside = `${path}.${randomBytes(6).toString('hex')}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if (error.code === 'ENOENT') {
      return
    }
    throw error
  }
  rmSync(aside, { recursive: true, force: true })
}

function readHolder(path) {
  try {
    return JSON.parse(readFileSync(join(path, 'holder.json'), 'utf8'))
  } catch {
    return undefined
  }
}
