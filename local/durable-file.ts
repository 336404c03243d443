import { createHash } from 'node:crypto'
import { chmod, open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { codeOf, StartupProblem } from './startup-problem.ts'

export type DurableFile = {
  /** What the file held when it was opened; undefined when it did not exist. */
  saved: unknown
  /** Writes what `makeContent` gives at the time of writing. Resolved means: it survives a crash. */
  save: (makeContent: () => unknown) => Promise<void>
}

/** The first line of each file, before the checksum of the second. */
const header = 'mayfly 1'

/** Opens a file for a part that saves often: saves that wait at the same time share one write. */
export async function openDurableFile(path: string): Promise<DurableFile> {
  const saved = await readDurable(path)
  let running: Promise<void> = Promise.resolve()
  let queued: Promise<void> | undefined

  // A write that has begun may miss a change made now, so every caller waits for one that begins later; all
  // callers that wait at the same time share one write.
  function save(makeContent: () => unknown): Promise<void> {
    queued ??= running
      .catch(() => {})
      .then(() => {
        queued = undefined
        running = writeDurable(path, makeContent())
        return running
      })
    return queued
  }

  return { saved, save }
}

/** Replaces a file as a whole, with mode 0600: after a crash it holds either the old content or the new one. */
export async function writeDurable(path: string, content: unknown): Promise<void> {
  const freshPath = `${path}.new`
  const fresh = await open(freshPath, 'w', 0o600)
  try {
    await fresh.chmod(0o600)
    await fresh.writeFile(seal(content))
    await fresh.sync()
  } finally {
    await fresh.close()
  }
  await rename(freshPath, path)
  await syncFolder(dirname(path))
}

/** Makes the names in a folder survive a crash. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

function seal(content: unknown): string {
  const json = JSON.stringify(content)
  return `${header} ${checksum(json)}\n${json}\n`
}

/** What was saved, or undefined when nothing was. A damaged file is a StartupProblem. */
export async function readDurable(path: string): Promise<unknown> {
  const text = await readText(path)
  if (text === undefined) return undefined
  const [firstLine = '', json = ''] = text.split('\n')
  if (firstLine !== `${header} ${checksum(json)}`) {
    throw new StartupProblem(
      `${path} is damaged or was edited by hand. Put back a copy, or start over with "npm run reset".`,
    )
  }
  return JSON.parse(json)
}

async function readText(path: string): Promise<string | undefined> {
  try {
    await chmod(path, 0o600)
    return await readFile(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

function checksum(json: string): string {
  return createHash('sha256').update(json).digest('hex')
}
