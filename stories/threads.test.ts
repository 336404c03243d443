import { randomUUID } from 'node:crypto'
import { limits } from '@mayfly/contract/limits'
import { type ComposedPost, composePost } from '@mayfly/domain/posts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { strangerAt } from './guest.ts'
import { DAY, HOUR, openStoryHouse, type StoryHouse } from './house.ts'

const most = limits.thread

test('a thread is a post between what it answers and what answers it, for everybody', async () => {
  const house = await openStoryHouse()
  const [ada, ben] = await Promise.all([house.as('ada'), house.as('ben')])
  const root = await ada.createPost({ body: 'root' })
  const middle = await ben.createPost({ body: 'middle', replyTo: root.id })
  const post = await ada.createPost({ body: 'here', replyTo: middle.id })
  const first = await ben.createPost({ body: 'first', replyTo: post.id })
  const second = await ada.createPost({ body: 'second', replyTo: post.id })
  const below = await ada.createPost({ body: 'below', replyTo: first.id })
  await ben.likePost({ id: below.id })
  const thread = await ben.showThread({ id: post.id })
  expect(thread.ancestors).toMatchObject([{ post: { body: 'root' } }, { post: { body: 'middle' } }])
  expect(thread.post).toMatchObject({ id: post.id, replyCount: 2, hasMore: false })
  expect(thread.replies).toMatchObject([
    { id: first.id, replyTo: post.id, hasMore: false },
    { id: second.id, replyTo: post.id },
    { id: below.id, replyTo: first.id, isLiked: true, likeCount: 1 },
  ])
  expect((await strangerAt(house).showThread({ id: root.id })).replies).toHaveLength(5)
})

test('what was answered and is deleted, or out of sight, is a stub that keeps its place', async () => {
  const house = await openStoryHouse()
  const [ada, ben, cleo] = await Promise.all([house.as('ada'), house.as('ben'), house.as('cleo')])
  const root = await ada.createPost({ body: 'root' })
  const hidden = await cleo.createPost({ body: 'not for ben', replyTo: root.id })
  const post = await ada.createPost({ body: 'below', replyTo: hidden.id })
  await ben.createPost({ body: 'a reply', replyTo: post.id })
  await ben.blockPerson({ handle: 'cleo' })
  expect((await ben.showThread({ id: post.id })).ancestors).toMatchObject([
    { id: root.id, post: { body: 'root' } },
    { id: hidden.id, post: null },
  ])
  expect((await ben.showThread({ id: root.id })).replies).toEqual([])
  expect((await ada.showThread({ id: root.id })).replies).toHaveLength(3)
  await expect(ben.showThread({ id: hidden.id })).rejects.toMatchObject({ code: 'not-found' })

  await cleo.deletePost({ id: hidden.id })
  for (const guest of [ada, ben]) {
    const { ancestors, replies } = await guest.showThread({ id: post.id })
    expect(ancestors).toMatchObject([
      { id: root.id, post: { body: 'root' } },
      { id: hidden.id, post: null },
    ])
    expect(replies).toMatchObject([{ body: 'a reply' }])
  }
})

test('what answers a deleted reply keeps its place in the thread, while it lives', async () => {
  const house = await openStoryHouse()
  const [ada, ben] = await Promise.all([house.as('ada'), house.as('ben')])
  const root = await ada.createPost({ body: 'root' })
  const gone = await ben.createPost({ body: 'said too much', replyTo: root.id })
  const below = await ada.createPost({ body: 'oh', replyTo: gone.id, lifetime: '1-hour' })
  const deeper = await ben.createPost({ body: 'never mind', replyTo: below.id, lifetime: '1-hour' })
  const alone = await ben.createPost({ body: 'nobody answers', replyTo: root.id })
  for (const { id } of [gone, alone]) await ben.deletePost({ id })
  const thread = await ada.showThread({ id: root.id })
  expect(thread.post).toMatchObject({ replyCount: 0, hasMore: false })
  expect(thread.replies.map(({ id }) => id)).toEqual([below.id, deeper.id])
  expect(thread.stubs).toEqual([{ id: gone.id, replyTo: root.id, hasMore: false }])
  expect(JSON.stringify((await house.query('select * from reply_stubs')).rows)).not.toContain(ben.id)
  await expect(ada.showThread({ id: gone.id })).rejects.toMatchObject({ code: 'not-found' })

  const quiet = await ben.createPost({ body: 'not for Cleo', replyTo: root.id })
  const cleo = await house.as('cleo')
  await cleo.createPost({ body: 'no?', replyTo: quiet.id })
  await ben.deletePost({ id: quiet.id })
  expect((await ada.showThread({ id: root.id })).stubs.map(({ id }) => id)).toEqual([gone.id, quiet.id])
  await ben.blockPerson({ handle: 'cleo' })
  expect((await ben.showThread({ id: root.id })).stubs.map(({ id }) => id)).toEqual([gone.id])
  await ada.blockPerson({ handle: 'cleo' })

  await ada.deletePost({ id: below.id })
  const { stubs, replies } = await ada.showThread({ id: root.id })
  expect(stubs).toEqual([{ id: below.id, replyTo: root.id, hasMore: false }])
  expect(replies).toMatchObject([{ id: deeper.id, replyTo: below.id }])
  expect((await ada.showThread({ id: deeper.id })).ancestors.map(({ id }) => id)).toEqual([root.id, below.id])

  house.wait(HOUR)
  expect(await ada.showThread({ id: root.id })).toMatchObject({ stubs: [], replies: [] })
  house.wait(7 * DAY)
  await house.functions['expire-posts'](undefined)
  expect((await house.query('select * from reply_stubs')).rows).toEqual([])
})

test('a thread ends with its post, and what is over in it is not told', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const root = await ada.createPost({ body: 'root', lifetime: '3-hours' })
  const brief = await ada.createPost({ body: 'brief', lifetime: '1-hour', replyTo: root.id })
  await ada.createPost({ body: 'no longer than that', replyTo: brief.id })
  await ada.createPost({ body: 'as long as the root', replyTo: root.id })
  house.wait(HOUR)
  expect((await ada.showThread({ id: root.id })).replies).toMatchObject([{ body: 'as long as the root' }])
  await expect(ada.showThread({ id: brief.id })).rejects.toMatchObject({ code: 'gone' })
  house.wait(2 * HOUR)
  await expect(ada.showThread({ id: root.id })).rejects.toMatchObject({ code: 'gone' })
})

test('of a large thread a part comes along, and it says where there is more', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const world = worldOf(house, [ada.id])
  const root = await world.write(0, undefined, '30-days')
  const first = await world.write(0, root, '30-days')
  for (let number = 0; number < 24; number += 1) await world.write(0, root, '30-days')
  for (let number = 0; number < 5; number += 1) await world.write(0, first, '30-days')
  let deep = first
  for (let depth = 2; depth <= 30; depth += 1) deep = await world.write(0, deep, '30-days')
  const { post, replies } = await ada.showThread({ id: root.id })
  expect(post).toMatchObject({ replyCount: 25, hasMore: true })
  expect(replies.filter(({ replyTo }) => replyTo === root.id)).toHaveLength(20)
  expect(replies.filter(({ replyTo }) => replyTo === first.id)).toHaveLength(3)
  expect(replies.find(({ id }) => id === first.id)).toMatchObject({ replyCount: 6, hasMore: true })
  const last = replies.filter(({ replyTo }) => replyTo === root.id).at(-1)
  const rest = await ada.listReplies({ id: root.id, cursor: last?.id ?? '' })
  expect(rest.items).toHaveLength(5)

  const fromBelow = await ada.showThread({ id: deep.id })
  expect(fromBelow.ancestors).toHaveLength(20)
  expect(fromBelow.ancestors.at(-1)?.id).toBe(deep.replyTo)
  expect(fromBelow.ancestors[0]?.post?.replyTo).not.toBeNull()
})

const PEOPLE = 5
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

async function makePeople({ stores, now }: StoryHouse): Promise<string[]> {
  const ids = Array.from({ length: PEOPLE }, () => randomUUID())
  for (const id of ids)
    await stores.people.insert({ id, displayName: 'Somebody', createdAt: now() }, [handleOf(id)])
  return ids
}

const handleOf = (id = '') => `p${id.replaceAll('-', '').slice(0, 15)}`

/** Differs in each id, in all worlds. */
let random = 0n

type World = ReturnType<typeof worldOf>

/** People who write one after the other, on a clock of their own. */
function worldOf({ stores, now }: StoryHouse, people: string[]) {
  let time = now().getTime()
  const posts: ComposedPost[] = []
  const gone = new Set<string>()
  const isLive = (post: ComposedPost) => post.expiresAt.getTime() > time && !gone.has(post.id)

  /** What a reply hangs on: what it answers; where that is deleted, too, a stub moves up. */
  function placeOf(id: string): string | null | undefined {
    const post = posts.find((one) => one.id === id)
    const above = post?.replyTo
    return above && gone.has(id) && gone.has(above) ? placeOf(above) : above
  }

  return {
    now: () => new Date(time),
    isLive,
    isDeleted: (id: string) => gone.has(id),
    placeOf,
    everybody: () => posts,
    livePosts: () => posts.filter(isLive),
    find: (id: string) => posts.find((post) => post.id === id && !gone.has(id)),
    write: async (
      by: number,
      parent: ComposedPost | undefined,
      lifetime: '1-hour' | '3-hours' | '1-day' | '30-days',
      minutes = 0,
    ) => {
      time += 1 + minutes * 60_000
      random += 1n
      const isAlive = parent && isLive(parent)
      const post = composePost(
        { body: 'words', lifetime, photos: [] },
        { authorId: people[by] as string, parent: isAlive ? parent : undefined, now: new Date(time), random },
      )
      await stores.posts.insert(post, [], new Date(time))
      posts.push(post)
      return post
    },
    remove: async (post: ComposedPost | undefined) => {
      if (post === undefined) return
      gone.add(post.id)
      await stores.posts.remove(post.id, post.authorId, new Date(time))
    },
  }
}
