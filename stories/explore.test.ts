import { randomUUID } from 'node:crypto'
import { composePost, reactionId } from '@mayfly/domain/posts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { strangerAt } from './guest.ts'
import { DAY, HOUR, openStoryHouse, type StoryHouse } from './house.ts'

const MINUTE = 60_000

test('what people like and repost comes first in explore until newer posts have cooled it, for strangers too', async () => {
  const house = await openStoryHouse()
  const [ada, ben, cleo] = await Promise.all([house.as('ada'), house.as('ben'), house.as('cleo')])
  const { id } = await ada.createPost({ body: 'the older one' })
  house.wait(MINUTE)
  await ada.createPost({ body: 'the newer one' })
  const stranger = strangerAt(house)
  const shown = async () => (await stranger.exploreFeed({})).items.map(({ body }) => body)
  const latest = async () => (await stranger.latestFeed({})).items.map(({ body }) => body)
  expect(await shown()).toEqual(['the newer one', 'the older one'])

  await Promise.all([ben.likePost({ id }), cleo.repostPost({ id })])
  expect(await shown()).toEqual(['the older one', 'the newer one'])
  expect(await latest()).toEqual(['the newer one', 'the older one'])
  house.wait(7 * HOUR)
  await ada.createPost({ body: 'the newest one' })
  expect((await shown())[0]).toBe('the newest one')
})

test('a cursor of explore is only what explore gave out', async () => {
  const house = await openStoryHouse()
  const stranger = strangerAt(house)
  for (const cursor of ['1', `x-${randomUUID()}`, `${'9'.repeat(19)}-${randomUUID()}`, `1-${randomUUID()}'`])
    await expect(stranger.exploreFeed({ cursor })).rejects.toMatchObject({ code: 'invalid' })
  const highest = `${'9'.repeat(18)}-${randomUUID()}`
  expect(await stranger.exploreFeed({ cursor: highest })).toEqual({ items: [], next: null })
})

interface Deed {
  kind: 'brief' | 'long' | 'like'
  /** Which of the posts so far, for a like. */
  which: number
}

const deedOf = (...kinds: Deed['kind'][]) =>
  fc.record({ kind: fc.constantFrom(...kinds), which: fc.nat(100) })

test('the pages of explore neither skip nor repeat while posts arrive and expire', async () => {
  const house = await openStoryHouse()
  await fc.assert(
    fc.asyncProperty(
      fc.array(deedOf('brief', 'long', 'like', 'like'), { minLength: 5, maxLength: 40 }),
      fc.array(deedOf('brief', 'long'), { maxLength: 10 }),
      fc.integer({ min: 1, max: 5 }),
      async (before, meanwhile, limit) => {
        const world = await openWorld(house)
        for (const deed of before) await world.act(deed)
        const asked = world.live()
        const shown: string[] = []
        let cursor: string | undefined
        for (let turn = 0; turn === 0 || cursor; turn += 1) {
          const page = await house.stores.feeds.listWarmest(undefined, { cursor, limit }, world.now())
          expect(page.items.filter(({ expiresAt }) => new Date(expiresAt) <= world.now())).toEqual([])
          shown.push(...page.items.map(({ id }) => id))
          cursor = page.next ?? undefined
          const next = meanwhile[turn]
          if (next) await world.act(next)
        }
        const stillLive = new Set(world.live())
        const surely = asked.filter((id) => stillLive.has(id))
        expect(shown.filter((id) => surely.includes(id))).toEqual(surely)
        expect(new Set(shown).size).toBe(shown.length)
      },
    ),
    { numRuns: 30 },
  )
}, 120_000)

/** Differs in each id, in all worlds; and each world begins when all of the one before has expired. */
let random = 0n
let start = Date.UTC(2026, 0, 1)

async function openWorld({ stores }: StoryHouse) {
  let time = start
  start += 40 * DAY
  const people = Array.from({ length: 9 }, () => randomUUID())
  for (const id of people)
    await stores.people.insert({ id, displayName: 'Somebody', createdAt: new Date(time) }, [
      `p${id.replaceAll('-', '').slice(0, 15)}`,
    ])
  const posts: { id: string; at: number; expiresAt: number; likes: number }[] = []

  async function write(lifetime: '1-hour' | '30-days') {
    const draft = { body: 'words', lifetime, photos: [] }
    const post = composePost(draft, { authorId: people[0] as string, now: new Date(time), random })
    await stores.posts.insert(post, [], new Date(time))
    posts.push({ id: post.id, at: time, expiresAt: post.expiresAt.getTime(), likes: 0 })
  }

  async function like(which: number) {
    const post = posts[which % Math.max(1, posts.length)]
    const person = people[post?.likes ?? 0]
    if (post === undefined || person === undefined || post.expiresAt <= time) return
    const id = reactionId(post.id, new Date(time), random)
    await stores.reactions.insert('like', id, post.id, person, new Date(time))
    post.likes += 1
  }

  return {
    now: () => new Date(time),
    /** What explore should show now: each doubling of its life makes a post three hours younger. */
    live: () =>
      posts
        .filter(({ expiresAt }) => expiresAt > time)
        .toSorted((one, other) => warmth(other) - warmth(one) || (one.id < other.id ? 1 : -1))
        .map(({ id }) => id),
    act: async ({ kind, which }: Deed) => {
      time += HOUR / 12
      random += 1n
      if (kind === 'like') await like(which)
      else await write(kind === 'brief' ? '1-hour' : '30-days')
    },
  }
}

const warmth = ({ at, likes }: { at: number; likes: number }) =>
  Math.floor(at / 1000) + 3 * 3600 * Math.floor(Math.log2(1 + likes))
