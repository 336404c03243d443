import { randomBytes } from 'node:crypto'
import { readDurable, writeDurable } from '../durable-file.ts'

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

export const readMemory = (path: string) => readDurable(path) as Promise<Memory | undefined>

export function firstMemory(email: string, password: string): Memory {
  return { email, password, seed: randomBytes(32).toString('base64url'), conversations: {}, unwritten: [] }
}

export const saveMemory = (path: string, memory: Memory) => writeDurable(path, memory)
