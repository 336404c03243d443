import { chmod, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ClassicLevel } from 'classic-level'
import { makeFolder } from '../make-folder.ts'
import { codeOf, folderProblem, StartupProblem } from '../startup-problem.ts'
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
  // Compression would split a text where a part of it stood before, and a search of the files for it would miss it.
  const level: Level = new ClassicLevel<string, unknown>(folder, {
    valueEncoding: 'json',
    compression: false,
  })
  try {
    await level.open()
    // LevelDB's diary of the last run names keys, of items that may be gone.
    await rm(join(folder, 'LOG.old'), { force: true })
    await checkVersion(level, folder)
    return level
  } catch (error) {
    await level.close()
    throw problem(error, folder)
  }
}

async function checkVersion(level: Level, folder: string): Promise<void> {
  const found = await level.get(versionRow)
  if (found === undefined) await level.put(versionRow, version, { sync: true })
  else if (found !== version) throw damaged(folder)
}

function problem(error: unknown, folder: string): unknown {
  const cause = codeOf(error) === 'LEVEL_DATABASE_NOT_OPEN' ? (error as Error).cause : error
  const code = codeOf(cause)
  if (code === 'LEVEL_LOCKED') {
    return new StartupProblem(`${folder} is open in another process. Stop that one first.`, { cause })
  }
  if (code === 'LEVEL_CORRUPTION') return damaged(folder, cause)
  return folderProblem(cause, folder)
}

function damaged(folder: string, cause?: unknown): StartupProblem {
  return new StartupProblem(
    `${folder} is damaged or from another version. Put back a copy, or start over with "npm run reset".`,
    { cause },
  )
}
