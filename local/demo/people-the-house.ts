import { join } from 'node:path'
import { atOnce } from './at-once.ts'
import { composeConversation, conversations, isBurnedDown } from './conversations.ts'
import { emailOf, meetPeople } from './meet-people.ts'
import { firstMemory, type Memory, readMemory, saveMemory } from './memory.ts'
import { people } from './people.ts'
import type { DemoHouse } from './sign-up.ts'

/** Printed and in the README: it opens nothing but a house on this machine. */
const KNOWN_PASSWORD = 'mayfly-demo-1'
const FEWEST_LIVE_POSTS = 40
const CONVERSATIONS_AT_ONCE = 8

interface Surroundings {
  house: DemoHouse
  /** Holds `demo.json`, which makes it safe to call again, also after a crash at any point. */
  dataDir: string
  now: () => Date
}

/**
 * Makes the demo community on the first start. Later, when few of its posts are left, the people say again what has
 * burned down; else nothing is done.
 * @returns the sign-in of one of them
 */
export async function peopleTheHouse({ house, dataDir, now }: Surroundings) {
  const path = join(dataDir, 'demo.json')
  const memory = (await readMemory(path)) ?? firstMemory(emailOf(people[0].handle), KNOWN_PASSWORD)
  const { email, password, seed } = memory

  if (memory.people === undefined) {
    await saveMemory(path, memory)
    memory.people = await meetPeople(house, { known: { email, password }, seed, now: now() })
    memory.peopledAt = now().toISOString()
    await saveMemory(path, memory)
  }
  if (memory.unwritten.length > 0) await write(house, path, memory, now())
  if (countLivePosts(memory, now()) < FEWEST_LIVE_POSTS) {
    planAgain(memory, now())
    await saveMemory(path, memory)
    await write(house, path, memory, now())
  }
  return { email, password }
}

/** What has burned down, or was never said, is to be said now. What still burns stays as it is. */
function planAgain(memory: Memory, now: Date) {
  for (const [name, start] of conversations) {
    const plannedFor = memory.conversations[name]
    const isStillThere = plannedFor !== undefined && !isBurnedDown(start, new Date(plannedFor), now)
    if (isStillThere) continue
    memory.conversations[name] = now.toISOString()
    memory.unwritten.push(name)
  }
}

async function write({ stores }: DemoHouse, path: string, memory: Memory, now: Date) {
  await atOnce(CONVERSATIONS_AT_ONCE, memory.unwritten, async (name) => {
    for (const post of postsOf(name, memory)) {
      if (post.expiresAt <= now) continue
      const isWritten = (await stores.posts.find(post.id, now)) !== undefined
      if (!isWritten) await stores.posts.insert(post, [], now)
    }
  })
  memory.unwritten = []
  await saveMemory(path, memory)
}

/** As far as the clock tells: one who deletes a demo post is not asked to see it again. */
function countLivePosts(memory: Memory, now: Date): number {
  return Object.keys(memory.conversations)
    .flatMap((name) => postsOf(name, memory))
    .filter((post) => post.expiresAt > now).length
}

/** Nothing for a conversation whose words have changed since it was planned. */
function postsOf(name: string, { conversations: planned, people: ids = {}, seed }: Memory) {
  const start = conversations.get(name)
  const plannedFor = planned[name]
  if (start === undefined || plannedFor === undefined) return []
  return composeConversation(start, { plannedFor: new Date(plannedFor), people: ids, seed })
}
