import { randomBytes } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { StartupProblem } from '../startup-problem.ts'

/** What is known of the demo community from one start to the next: enough to go on after a crash at any point. */
export interface Memory {
  /** The sign-in that is printed. */
  email: string
  password: string
  /** What the other people's passwords and the posts' ids are made of. */
  seed: string
  /** The people's ids by their handles; undefined until all of them are there. */
  people?: Record<string, string>
  peopledAt?: string
  /** For which moment each conversation was planned, by its name. */
  conversations: Record<string, string>
  /** The names of those that may not be fully in the database yet. */
  unwritten: string[]
}

export async function readMemory(path: string): Promise<Memory | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  return text === undefined ? undefined : parse(text, path)
}

export function firstMemory(email: string, password: string): Memory {
  return { email, password, seed: randomBytes(32).toString('base64url'), conversations: {}, unwritten: [] }
}

/** Replaces what was saved in one step, so that a crash leaves either the old or the new. Mode 0600. */
export async function saveMemory(path: string, memory: Memory): Promise<void> {
  const freshPath = `${path}.new`
  await writeFile(freshPath, `${JSON.stringify(memory, undefined, 2)}\n`, { mode: 0o600, flush: true })
  await rename(freshPath, path)
}

function parse(text: string, path: string): Memory {
  try {
    return JSON.parse(text) as Memory
  } catch {
    throw new StartupProblem(
      `${path}, which knows the demo people, is damaged. Put back a copy, or start over with "npm run reset".`,
    )
  }
}
