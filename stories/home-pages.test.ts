import { randomUUID } from 'node:crypto'
import { newsId } from '@mayfly/domain/notifications'
import { composePost, reactionId } from '@mayfly/domain/posts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HOUR, openStoryHouse, type StoryHouse } from './house.ts'

const PEOPLE = 6
/** The reader follows these, and not the others. */
const FOLLOWED = [1, 2, 3]

interface Deed {
  by: number
  kind: 'post' | 'brief' | 'repost'
  /** Which of the posts so far, for a repost. */
  which: number
}

interface Event {
  place: string
  postId: string
  by: number
  author: number
  isRepost: boolean
  expiresAt: number
}

const deed: fc.Arbitrary<Deed> = fc.record({
  by: fc.nat(PEOPLE - 1),
  kind: fc.constantFrom('post', 'brief', 'repost', 'repost'),
  which: fc.nat(100),
})

test('the pages of a home feed neither skip nor repeat while people write, repost and posts expire', async () => {
  const house = await openStoryHouse()
  await fc.assert(
    fc.asyncProperty(
      fc.array(deed, { minLength: 5, maxLength: 60 }),
      fc.array(deed, { maxLength: 20 }),
      fc.integer({ min: 1, max: 5 }),
      async (before, meanwhile, limit) => {
        const people = await makePeople(house)
        const world = worldOf(house, people)
        for (const one of before) await world.act(one)
        const asked = world.events()
        const shown: string[] = []
        let cursor: string | undefined
        let turns = 0
        do {
          const page = await house.stores.feeds.listHome(people[0] as string, { cursor, limit }, world.now())
          expect(page.items.every(({ expiresAt }) => Date.parse(expiresAt) > world.now().getTime())).toBe(
            true,
          )
          shown.push(...page.items.map(({ place }) => place))
          cursor = page.next ?? undefined
          const next = meanwhile[turns]
          if (next) await world.act(next)
          turns += 1
          expect(turns).toBeLessThan(200)
        } while (cursor)
        const ended = world.now().getTime()
        const expected = homeOf(asked)
        const surely = expected.filter(({ expiresAt }) => expiresAt > ended).map(({ place }) => place)
        expect(shown.filter((place) => surely.includes(place))).toEqual(surely)
        expect(new Set(shown).size).toBe(shown.length)
        expect(expected.map(({ place }) => place)).toEqual(expect.arrayContaining(shown))
      },
    ),
    { numRuns: 30 },
  )
}, 120_000)

/** What the rule says: each post once, where it was written if one follows its author, else at its first repost. */
function homeOf(events: Event[]): Event[] {
  const isClose = (person: number) => person === 0 || FOLLOWED.includes(person)
  const relevant = events.filter(({ by }) => isClose(by)).toSorted(byPlace)
  const first = new Map<string, Event>()
  for (const event of relevant) {
    if (event.isRepost && isClose(event.author)) continue
    if (!first.has(event.postId)) first.set(event.postId, event)
  }
  return [...first.values()].toSorted(byPlace).reverse()
}

const byPlace = (one: Event, other: Event) => (one.place < other.place ? -1 : 1)

async function makePeople(house: StoryHouse): Promise<string[]> {
  const ids = Array.from({ length: PEOPLE }, () => randomUUID())
  const now = house.now()
  for (const id of ids)
    await house.stores.people.insert({ id, displayName: 'Somebody', createdAt: now }, [
      `p${id.replaceAll('-', '').slice(0, 15)}`,
    ])
  for (const number of FOLLOWED)
    await house.stores.follows.insert(ids[0] as string, ids[number] as string, newsId('follow', now, 0n), now)
  return ids
}

/** Differs in each id, in all worlds. */
let random = 0n

/** People who act five minutes apart, on a clock of their own. */
function worldOf({ stores }: StoryHouse, people: string[]) {
  let time = Date.UTC(2026, 0, 1)
  const events: Event[] = []
  const posts: Event[] = []

  async function write(by: number, lifetime: '1-hour' | '30-days') {
    const now = new Date(time)
    const draft = { body: 'words', lifetime, photos: [] }
    const post = composePost(draft, { authorId: people[by] as string, now, random })
    await stores.posts.insert(post, [], now)
    const expiresAt = post.expiresAt.getTime()
    const event = { place: post.id, postId: post.id, by, author: by, isRepost: false, expiresAt }
    events.push(event)
    posts.push(event)
  }

  async function repost(by: number, which: number) {
    const post = posts[which % Math.max(1, posts.length)]
    if (post === undefined || post.expiresAt <= time) return
    if (events.some((event) => event.isRepost && event.by === by && event.postId === post.postId)) return
    const place = reactionId(post.postId, new Date(time), random)
    await stores.reactions.insert('repost', place, post.postId, people[by] as string, new Date(time))
    events.push({ ...post, place, by, isRepost: true })
  }

  return {
    now: () => new Date(time),
    events: () => events.filter(({ expiresAt }) => expiresAt > time),
    act: async ({ by, kind, which }: Deed) => {
      time += HOUR / 12
      random += 1n
      if (kind === 'repost') await repost(by, which)
      else await write(by, kind === 'brief' ? '1-hour' : '30-days')
    },
  }
}
