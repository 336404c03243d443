import { join } from 'node:path'
import { DEFAULT_LIFETIME, lifetimes } from '@mayfly/contract/lifetimes'
import type { Log } from '../log.ts'
import { atOnce } from './at-once.ts'
import type { SpokenPost } from './conversations.ts'
import { emailOf, meetPeople } from './meet-people.ts'
import { type Memory, openMemory } from './memory.ts'
import { startPaintings } from './paintings.ts'
import { type DemoHandle, people } from './people.ts'
import { countLivePosts, hasPhotos, planAgain, postsOf } from './plan.ts'
import { allPortraits } from './portraits.ts'
import { reactionsTo } from './reactions.ts'
import type { DemoHouse } from './sign-up.ts'
import { writeConversation } from './write-conversation.ts'
import { writeLetters } from './write-letters.ts'
import { writeReports } from './write-reports.ts'

/** Printed and in the README: it opens nothing but a house on this machine. */
const KNOWN_PASSWORD = 'mayfly-demo-1'
const MODERATOR: DemoHandle = 'maeve'
const FEWEST_LIVE_POSTS = 40
const CONVERSATIONS_AT_ONCE = 8
/** At which the paintings have their own size. */
const FULL_DENSITY = 72

interface Surroundings {
  house: DemoHouse
  /** Holds `demo.json`, which makes it safe to call again, also after a crash at any point. */
  dataDir: string
  now: () => Date
  log: Log
  /** Of the paintings, in dots an inch. Half of it makes them half as wide, and four times as fast. */
  density?: number
}

/**
 * Makes the demo community on the first start. Later, when few of its posts are left, the people say again what has
 * burned down; else nothing is done. Their pictures follow in the background, and with them the posts that have some.
 * @returns the sign-in of one of them, who moderates, and the background work, which ends before the house does
 */
export async function peopleTheHouse({ house, dataDir, now, log, density = FULL_DENSITY }: Surroundings) {
  const path = join(dataDir, 'demo.json')
  const { memory, save } = await openMemory(path, emailOf(people[0].handle), KNOWN_PASSWORD)
  const { email, password, seed } = memory

  if (memory.people === undefined) {
    await save()
    const moderator = emailOf(MODERATOR)
    memory.people = await meetPeople(house, {
      known: { emails: [email, moderator], password },
      seed,
      now: now(),
    })
    await house.addModerator(moderator)
    memory.moderator = moderator
    memory.peopledAt = now().toISOString()
    await save()
  }
  memory.unhung ??= allPortraits()
  if (countLivePosts(memory, now()) < FEWEST_LIVE_POSTS) planAgain(memory, now())
  await save()
  await writeWords(house, memory, now)
  await writeLettersAgain(house, memory, now)
  if (!memory.hasReports) await writeReports(house, memory, now())
  memory.hasReports = true
  await save()
  const signIns = { email, password, ...(memory.moderator && { moderator: memory.moderator }) }
  return { ...signIns, paintings: startPaintings({ house, memory, save, now, log, density }) }
}

/** Once, and again when all of it has burned down. */
async function writeLettersAgain(house: DemoHouse, memory: Memory, now: () => Date) {
  const end = Date.parse(memory.lettersFor ?? '') + lifetimes[DEFAULT_LIFETIME]
  if (!(end > now().getTime())) {
    memory.lettersFor = now().toISOString()
    memory.hasLetters = false
  }
  if (memory.hasLetters) return
  await writeLetters(house, memory, now())
  memory.hasLetters = true
}

/** Writes the conversations that need no pictures. */
async function writeWords(house: DemoHouse, memory: Memory, now: () => Date) {
  const waiting = memory.unwritten.filter((name) => hasPhotos(name, memory))
  const words = memory.unwritten.filter((name) => !waiting.includes(name))
  const { people: ids = {}, seed } = memory
  const reactions = (post: SpokenPost) => reactionsTo(post, ids, seed, now())
  await atOnce(CONVERSATIONS_AT_ONCE, words, (name) =>
    writeConversation(house, postsOf(name, memory), async () => [], reactions, now),
  )
  memory.unwritten = waiting
}
