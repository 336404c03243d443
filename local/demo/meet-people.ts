import { createHmac, randomBytes } from 'node:crypto'
import { handleCandidates } from '@mayfly/domain/handles'
import { newsId } from '@mayfly/domain/notifications'
import { atOnce } from './at-once.ts'
import { type PlannedPerson, people } from './people.ts'
import { type Account, confirm, type DemoHouse, meetAgain, signUp } from './sign-up.ts'

const DAY = 24 * 60 * 60 * 1000
const PEOPLE_AT_ONCE = 6
const FOLLOWS_AT_ONCE = 8

export interface Introduction {
  /** Whose sign-ins are printed, with one password. */
  known: { emails: readonly string[]; password: string }
  /** What the others' passwords are made of. */
  seed: string
  now: Date
}

export const emailOf = (handle: string) => `${handle}@demo.example`

/**
 * Makes everybody who is not there yet, with their bios and whom they follow.
 * @returns their ids by their handles, without those whose e-mail address is somebody else's
 */
export async function meetPeople(
  house: DemoHouse,
  introduction: Introduction,
): Promise<Record<string, string>> {
  const ids: Record<string, string> = {}
  await atOnce(PEOPLE_AT_ONCE, people, async (person) => {
    const id = await meet(house, person, introduction)
    if (id !== undefined) ids[person.handle] = id
  })
  await followEachOther(house, ids, introduction.now)
  return ids
}

async function meet(house: DemoHouse, person: PlannedPerson, introduction: Introduction) {
  const account = accountOf(person, introduction)
  const newId = await signUp(house, account)
  const id = newId ?? (await meetAgain(house, account, introduction.now))
  if (id === undefined) return undefined
  const createdAt = joinedAt(person, introduction.now)
  await house.stores.people.insert(
    { id, displayName: person.displayName, createdAt },
    handleCandidates(person.handle),
  )
  await house.stores.people.describe(id, person)
  // Comes last, so that what it wakes finds the person there.
  if (newId !== undefined) await confirm(house, account.email)
  return id
}

/** The others' passwords are known to nobody, and the same again after a crash. */
function accountOf({ handle, displayName }: PlannedPerson, { known, seed }: Introduction): Account {
  const email = emailOf(handle)
  if (known.emails.includes(email)) return { email, password: known.password, handle, displayName }
  const password = `${createHmac('sha256', seed).update(email).digest('base64url')}-a1`
  return { email, password, handle, displayName }
}

async function followEachOther({ stores }: DemoHouse, ids: Record<string, string>, now: Date) {
  const pairs = people.flatMap((follower) =>
    people
      .filter((followee) => (follower.follows as readonly string[]).includes(followee.handle))
      .map((followee) => ({ follower, followee })),
  )
  await atOnce(FOLLOWS_AT_ONCE, pairs, async ({ follower, followee }) => {
    const followerId = ids[follower.handle]
    const followeeId = ids[followee.handle]
    if (followerId === undefined || followeeId === undefined) return
    const later = follower.joinedDaysAgo < followee.joinedDaysAgo ? follower : followee
    const at = joinedAt(later, now)
    const id = newsId('follow', at, randomBytes(8).readBigUInt64BE())
    await stores.follows.insert(followerId, followeeId, id, at)
  })
}

function joinedAt({ joinedDaysAgo }: PlannedPerson, now: Date): Date {
  return new Date(now.getTime() - joinedDaysAgo * DAY)
}
