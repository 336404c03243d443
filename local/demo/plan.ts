import { composeConversation, conversations, isBurnedDown } from './conversations.ts'
import type { Memory } from './memory.ts'

/** What has burned down, or was never said, is to be said now. What still burns stays as it is. */
export function planAgain(memory: Memory, now: Date) {
  for (const [name, start] of conversations) {
    const plannedFor = memory.conversations[name]
    const isStillThere = plannedFor !== undefined && !isBurnedDown(start, new Date(plannedFor), now)
    if (isStillThere) continue
    memory.conversations[name] = now.toISOString()
    if (!memory.unwritten.includes(name)) memory.unwritten.push(name)
  }
}

export function countLivePosts(memory: Memory, now: Date): number {
  return Object.keys(memory.conversations)
    .flatMap((name) => postsOf(name, memory))
    .filter((post) => post.expiresAt > now).length
}

/** The posts of a conversation as they were planned; none when its words have changed since. */
export function postsOf(name: string, { conversations: planned, people: ids = {}, seed }: Memory) {
  const start = conversations.get(name)
  const plannedFor = planned[name]
  if (start === undefined || plannedFor === undefined) return []
  return composeConversation(start, { plannedFor: new Date(plannedFor), people: ids, seed })
}

/** Whether a conversation has to wait for pictures. */
export const hasPhotos = (name: string, memory: Memory) =>
  postsOf(name, memory).some(({ photos }) => photos.length > 0)
