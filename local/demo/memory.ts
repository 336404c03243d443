import { randomBytes } from 'node:crypto'
import { openDurableFile } from '../durable-file.ts'
import type { Portrait } from './portraits.ts'

/** What is known of the demo community from one start to the next: enough to go on after a crash at any point. */
export interface Memory {
  /** The sign-in that is printed. */
  email: string
  password: string
  /** Who looks after what is reported, with the same password; unknown to houses from before. */
  moderator?: string
  hasReports?: boolean
  /** What the other people's passwords and the posts' ids are made of. */
  seed: string
  /** The people's ids by their handles; undefined until all of them are there. */
  people?: Record<string, string>
  peopledAt?: string
  /** For which moment each conversation was planned, by its name. */
  conversations: Record<string, string>
  /** The names of those that may not be fully in the database yet. */
  unwritten: string[]
  /** For which moment the messages were planned, and whether all of them have been written. */
  lettersFor?: string
  hasLetters?: boolean
  /** Faces and banners that may not be there yet; undefined until somebody has thought of them. */
  unhung?: Portrait[]
}

/** Opens `demo.json`. What is changed in the memory stays only with the next `save`. */
export async function openMemory(path: string, email: string, password: string) {
  const file = await openDurableFile(path)
  const memory = (file.saved as Memory | undefined) ?? firstMemory(email, password)
  return { memory, save: () => file.save(() => memory) }
}

function firstMemory(email: string, password: string): Memory {
  return { email, password, seed: randomBytes(32).toString('base64url'), conversations: {}, unwritten: [] }
}
