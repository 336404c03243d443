import { createHash } from 'node:crypto'
import { chmod, open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

export type DurableFile = {
  /** What the file held when it was opened; undefined when it did not exist. */
  saved: unknown
  /** Writes what `makeContent` gives at the time of writing. Resolved means: it survives a crash. */
  save: (makeContent: () => unknown) => Promise<void>
}

const header = 'mayfly-user-pool 1'

/**
 * Opens a JSON file that is replaced as a whole: temp file, fsync, rename, mode 0600.
 * Throws a sentence that says what to do when the file is damaged.
 */
export async function openDurableFile(path: string): Promise<DurableFile> {
  const saved = await readSaved(path)
  let running: Promise<void> = Promise.resolve()
  let queued: Promise<void> | undefined

  // A write that has begun may miss a change made now, so every caller waits for one that begins later; all
  // callers that wait at the same time share one write.
  function save(makeContent: () => unknown): Promise<void> {
    queued ??= running
      .catch(() => {})
      .then(() => {
        queued = undefined
        running = replaceFile(path, seal(makeContent()))
        return running
      })
    return queued
  }

  return { saved, save }
}

/** After a crash the file holds either the old text or the new one. */
async function replaceFile(path: string, text: string): Promise<void> {
  const freshPath = `${path}.new`
  const fresh = await open(freshPath, 'w', 0o600)
  try {
    await fresh.chmod(0o600)
    await fresh.writeFile(text)
    await fresh.sync()
  } finally {
    await fresh.close()
  }
  await rename(freshPath, path)
  await syncFolder(dirname(path))
}

async function syncFolder(path: string): Promise<void> {
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

async function readSaved(path: string): Promise<unknown> {
  const text = await readText(path)
  if (text === undefined) return undefined
  const [firstLine = '', json = ''] = text.split('\n')
  if (firstLine !== `${header} ${checksum(json)}`) {
    throw new Error(
      `The user pool's file ${path} is damaged or was edited by hand. Put back a copy, or start over with "npm run reset".`,
    )
  }
  return JSON.parse(json)
}

async function readText(path: string): Promise<string | undefined> {
  try {
    await chmod(path, 0o600)
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function checksum(json: string): string {
  return createHash('sha256').update(json).digest('hex')
}
