import { chmod } from 'node:fs/promises'
import { ClassicLevel } from 'classic-level'
import { makeFolder } from '../make-folder.ts'
import { codeOf, StartupProblem } from '../startup-problem.ts'
import { versionRow } from './rows.ts'

export type Level = ClassicLevel<string, unknown>

const version = 1

/**
 * Opens the rows on disk, for this process alone, in a folder with mode 0700.
 * Throws a StartupProblem when the folder is damaged, from another version or open elsewhere.
 */
export async function openLevel(folder: string): Promise<Level> {
  makeFolder(folder)
  await chmod(folder, 0o700)
  const level: Level = new ClassicLevel<string, unknown>(folder, { valueEncoding: 'json' })
  try {
    await level.open()
  } catch (error) {
    throw problem(error, folder)
  }
  const found = await level.get(versionRow)
  if (found === undefined) await level.put(versionRow, version, { sync: true })
  else if (found !== version) {
    await level.close()
    throw damaged(folder)
  }
  return level
}

function problem(error: unknown, folder: string): unknown {
  const { cause } = error as Error
  const code = codeOf(cause)
  if (code === 'LEVEL_LOCKED') {
    return new StartupProblem(`${folder} is open in another process. Stop that one first.`, { cause })
  }
  if (code === 'LEVEL_CORRUPTION') return damaged(folder, cause)
  return cause ?? error
}

function damaged(folder: string, cause?: unknown): StartupProblem {
  return new StartupProblem(
    `${folder} is damaged or from another version. Put back a copy, or start over with "npm run reset".`,
    { cause },
  )
}
