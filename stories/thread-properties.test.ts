import { limits } from '@mayfly/contract/limits'
import type { ComposedPost } from '@mayfly/domain/posts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openStoryHouse } from './house.ts'
import { handleOf, makePeople, PEOPLE, type World, worldOf } from './thread-world.ts'

const most = limits.thread

/** The reader blocks this one. */
const BLOCKED = 4

const deed = fc.record({
  by: fc.nat(PEOPLE - 1),
  /** Which of the posts so far it answers; later ones come more often. */
  under: fc.nat(1_000),
  lifetime: fc.constantFrom('1-hour' as const, '3-hours' as const, '1-day' as const, '30-days' as const),
  minutes: fc.nat(20),
})

test('a thread never has what is over or out of sight, nor a reply that outlives what it answers', async () => {
  const house = await openStoryHouse()
  const reader = (await house.as('reader')).id
  const people = await makePeople(house)
  await house.stores.blocks.insert(reader, handleOf(people[BLOCKED]), house.now())
  await fc.assert(
    fc.asyncProperty(
      fc.array(deed, { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 0, max: 12 }),
      fc.nat(1_000),
      async (deeds, deleted, which) => {
        const world = worldOf(house, people)
        for (const { by, under, lifetime, minutes } of deeds) {
          const live = world.livePosts()
          await world.write(by, live[live.length - 1 - (under % Math.min(live.length, 6))], lifetime, minutes)
        }
        for (let turn = 0; turn < deleted; turn += 1)
          await world.remove(world.livePosts()[(which * (turn + 1)) % world.livePosts().length])
        const asked = world.everybody()[which % deeds.length] as ComposedPost
        const thread = await house.stores.threads.find(asked.id, reader, world.now())
        const isSeen = (post: ComposedPost) => world.isLive(post) && post.authorId !== people[BLOCKED]
        expect(thread !== undefined).toBe(isSeen(asked))
        if (thread === undefined) return

        const expected = shownBelow(asked, { ...world, isSeen })
        expect(thread.replies.map(({ id }) => id)).toEqual(expected.map(({ id }) => id))
        expect(await house.stores.threads.find(asked.id, reader, world.now())).toEqual(thread)
        const known = new Map([thread.post, ...thread.replies].map((post) => [post.id, post]))
        for (const { id, replyTo, expiresAt, hasMore } of known.values()) {
          expect(Date.parse(expiresAt)).toBeGreaterThan(world.now().getTime())
          const above = world.everybody().find((post) => post.id === replyTo)
          if (id !== asked.id)
            expect(above?.expiresAt.getTime()).toBeGreaterThanOrEqual(Date.parse(expiresAt))
          const answers = world.everybody().filter((post) => isSeen(post) && post.replyTo === id)
          expect(hasMore).toBe(answers.some((answer) => !known.has(answer.id)))
        }
        const places = new Set([...known.keys(), ...thread.stubs.map(({ id }) => id)])
        for (const reply of thread.replies) expect(places).toContain(reply.replyTo)
        for (const { id, replyTo, hasMore } of thread.stubs) {
          expect(world.isDeleted(id)).toBe(true)
          expect(known.has(replyTo)).toBe(true)
          const answers = world.everybody().filter((post) => isSeen(post) && post.replyTo === id)
          expect(answers.length).toBeGreaterThan(0)
          expect(hasMore).toBe(answers.some((answer) => !known.has(answer.id)))
        }
        for (const [place, { id, post }] of thread.ancestors.entries()) {
          const below = thread.ancestors[place + 1]?.id ?? asked.id
          expect(world.placeOf(below)).toBe(id)
          const stored = world.find(id)
          expect(post !== null).toBe(stored !== undefined && isSeen(stored))
        }
      },
    ),
    { numRuns: 60 },
  )
}, 120_000)

/** What the rule says: level by level, oldest first, no more than the limits; what is deleted has a place, and no room. */
function shownBelow(
  { id }: ComposedPost,
  { everybody, placeOf, isSeen, isDeleted }: World & { isSeen: (post: ComposedPost) => boolean },
): ComposedPost[] {
  const shown: ComposedPost[] = []
  let level = [id]
  for (let depth = 1; depth <= most.depth; depth += 1) {
    const room = depth === 1 ? most.direct : most.below
    const below = level.map((above) => {
      const here = everybody().filter((post) => placeOf(post.id) === above)
      const stubs = here.filter(
        (post) =>
          isDeleted(post.id) && everybody().some((answer) => answer.replyTo === post.id && isSeen(answer)),
      )
      return { replies: here.filter(isSeen).slice(0, room), stubs: stubs.slice(0, room) }
    })
    const replies = below.flatMap((one) => one.replies)
    shown.push(...replies.toSorted((one, other) => (one.id < other.id ? -1 : 1)))
    level = below.flatMap((one) => [...one.replies, ...one.stubs].map((post) => post.id))
  }
  return shown.slice(0, most.replies)
}
