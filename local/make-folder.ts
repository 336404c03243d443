import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { folderProblem } from './startup-problem.ts'

/** Makes a folder for its owner alone, and those above it, where there are none. Fails with a StartupProblem. */
export function makeFolder(path: string): void {
  try {
    makeMissing(path)
  } catch (error) {
    throw folderProblem(error, path)
  }
}

/** Node's own `recursive` calls a read-only disk a missing folder. */
function makeMissing(path: string): void {
  const isThere = statSync(path, { throwIfNoEntry: false })?.isDirectory()
  if (!isThere) {
    makeMissing(dirname(path))
    mkdirSync(path, { mode: 0o700 })
  }
}
