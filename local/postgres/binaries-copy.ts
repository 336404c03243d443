import { chmodSync, cpSync, lstatSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { codeOf, folderProblem, StartupProblem } from '../startup-problem.ts'

/**
 * A copy of the folder `native` that every account can read, kept in the system's temporary folder and used again
 * by later starts. For a project that lies where Postgres's account may not go, or that is read-only.
 */
export function copyToTemporaryFolder(native: string, version: string): string {
  const copy = join(tmpdir(), `mayfly-postgres-${version}-${userInfo().uid}`)
  assertNotPlanted(copy)
  if (!isWholeCopy(native, copy)) {
    try {
      makeCopy(native, copy)
    } catch (error) {
      throw folderProblem(error, tmpdir())
    }
  }
  return copy
}

/** Everyone may write to the temporary folder: what is run from there must be ours, and ours alone to change. */
function assertNotPlanted(copy: string): void {
  const found = lstatSync(copy, { throwIfNoEntry: false })
  if (found === undefined) {
    return
  }
  const isOurs = found.isDirectory() && found.uid === userInfo().uid && (found.mode & 0o022) === 0
  if (!isOurs) {
    throw new StartupProblem(
      `${copy} was not made by Mayfly, so nothing is run from there. Remove it, or set TMPDIR to another folder, and start again.`,
    )
  }
}

/** Temporary folders get tidied: a copy counts only when every file is still there in its full size. */
function isWholeCopy(native: string, copy: string): boolean {
  return filesIn(native).every((file) => {
    const original = lstatSync(join(native, file))
    const copied = lstatSync(join(copy, file), { throwIfNoEntry: false })
    return copied !== undefined && (!original.isFile() || copied.size === original.size)
  })
}

function makeCopy(native: string, copy: string): void {
  const draft = mkdtempSync(join(tmpdir(), 'mayfly-postgres-'))
  try {
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
    chmodSync(draft, 0o755)
    for (const file of filesIn(draft)) {
      letEveryoneRead(join(draft, file))
    }
    rmSync(copy, { recursive: true, force: true })
    renameSync(draft, copy)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    const anotherStartWasFaster = ['EEXIST', 'ENOTEMPTY'].includes(codeOf(error))
    if (!anotherStartWasFaster) {
      throw error
    }
  }
}

function letEveryoneRead(file: string): void {
  const { mode } = lstatSync(file)
  const isLink = lstatSync(file).isSymbolicLink()
  if (!isLink) {
    const isProgram = (mode & 0o100) !== 0
    chmodSync(file, isProgram ? 0o755 : 0o644)
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
}
