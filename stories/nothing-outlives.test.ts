import type { Post } from '@mayfly/contract/posts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Guest } from './guest.ts'
import { openStoryHouse, type StoryHouse } from './house.ts'

const MINUTE = 60_000
/** Longer than any list here. */
const all = { limit: 50 }

const names = ['ada', 'ben', 'cleo'] as const
type Name = (typeof names)[number]

const deed = fc.record({
  by: fc.constantFrom<Name>(...names),
  kind: fc.constantFrom('write', 'answer', 'answer', 'quote', 'repost', 'like', 'bookmark'),
  /** Which of the live posts it is about. */
  which: fc.nat(100),
  lifetime: fc.constantFrom('1-hour' as const, '3-hours' as const, '12-hours' as const),
  minutes: fc.nat(40),
})
type Deed = typeof deed extends fc.Arbitrary<infer One> ? One : never

test('whatever is answered, quoted, reposted and liked, nothing of a post is anywhere after its end', {
  timeout: 180_000,
}, async () => {
  const house = await openStoryHouse()
  const guests = await everybodyFollowing(house)
  await fc.assert(
    fc.asyncProperty(
      fc.array(deed, { minLength: 6, maxLength: 24 }),
      fc.nat(5 * 60),
      fc.boolean(),
      async (deeds, minutes, isSwept) => {
        await house.query('delete from posts')
        const world = worldOf(house, guests)
        for (const one of deeds) await world.act(one)
        house.wait(minutes * MINUTE)
        if (isSwept) await sweep(house, world)
        for (const name of names) await expectOnlyLive(guests[name], name, world)
      },
    ),
    { numRuns: 10 },
  )
})

interface Did {
  by: Name
  postId: string
}

/** What should be there. */
function worldOf(house: StoryHouse, guests: Record<Name, Guest>) {
  const posts: (Post & { by: Name })[] = []
  const done: Record<'repost' | 'like' | 'bookmark', Did[]> = { repost: [], like: [], bookmark: [] }
  const isLive = ({ expiresAt }: Post) => Date.parse(expiresAt) > house.now().getTime()
  const live = () => posts.filter(isLive)

  async function write(by: Name, lifetime: Deed['lifetime'], about: { replyTo?: string; quoteOf?: string }) {
    const post = await guests[by].createPost({ body: 'an ember #ember', lifetime, ...about })
    const parent = posts.find(({ id }) => id === post.replyTo)
    if (parent) expect(Date.parse(post.expiresAt)).toBeLessThanOrEqual(Date.parse(parent.expiresAt))
    posts.push({ ...post, by })
  }

  return {
    live,
    over: () => posts.filter((post) => !isLive(post)),
    /** Who did so with live posts. */
    did: (kind: keyof typeof done) =>
      done[kind].filter(({ postId }) => live().some(({ id }) => id === postId)),
    act: async ({ by, kind, which, lifetime, minutes }: Deed) => {
      house.wait(minutes * MINUTE)
      const about = live()[which % Math.max(1, live().length)]
      if (about === undefined || kind === 'write') return write(by, lifetime, {})
      if (kind === 'answer') return write(by, lifetime, { replyTo: about.id })
      if (kind === 'quote') return write(by, lifetime, { quoteOf: about.id })
      const { likePost, repostPost, bookmarkPost } = guests[by]
      await { like: likePost, repost: repostPost, bookmark: bookmarkPost }[kind]({ id: about.id })
      if (!done[kind].some((known) => known.by === by && known.postId === about.id))
        done[kind].push({ by, postId: about.id })
    },
  }
}
type World = ReturnType<typeof worldOf>

/** Reads do not depend on it, and it leaves no row of what is over. */
async function sweep(house: StoryHouse, world: World) {
  await house.functions['expire-posts'](undefined)
  const { rows } = await house.query(`
    select (select count(*)::int from posts) as posts, (select count(*)::int from post_words) as words,
      (select count(*)::int from post_tags) as tags, (select count(*)::int from likes) as likes,
      (select count(*)::int from reposts) as reposts, (select count(*)::int from bookmarks) as bookmarks,
      (select count(*)::int from notifications n
        where post_id is not null and not exists (select from posts where id = n.post_id)) as notices`)
  const posts = world.live().length
  const [likes, reposts, bookmarks] = (['like', 'repost', 'bookmark'] as const).map(
    (kind) => world.did(kind).length,
  )
  expect(rows).toEqual([{ posts, words: posts, tags: posts, likes, reposts, bookmarks, notices: 0 }])
}

async function expectOnlyLive(guest: Guest, reader: Name, world: World) {
  const live = world.live()
  const first = live.filter(({ replyTo }) => replyTo === null)
  const replies = live.filter(({ replyTo }) => replyTo !== null)
  const idsDone = (kind: Parameters<World['did']>[0], by?: Name) =>
    world.did(kind).flatMap((did) => (by === undefined || did.by === by ? did.postId : []))

  expectSame(await guest.exploreFeed(all), idsOf(first))
  expectSame(await guest.latestFeed(all), idsOf(first))
  expectSame(await guest.fadingFeed(all), idsOf(first))
  expectSame(await guest.homeFeed(all), [...idsOf(first), ...idsDone('repost')])
  expectSame(await guest.tagFeed({ tag: 'ember', ...all }), idsOf(live))
  for (const order of ['top', 'latest'] as const)
    expectSame(await guest.searchPosts({ query: 'ember', order, ...all }), idsOf(live))
  expectSame(await guest.likesFeed(all), idsDone('like', reader))
  expectSame(await guest.bookmarksFeed(all), idsDone('bookmark', reader))
  for (const by of names) {
    const theirs = (posts: typeof live) => idsOf(posts.filter((post) => post.by === by))
    expectSame(await guest.profileFeed({ handle: by, ...all }), [...theirs(first), ...idsDone('repost', by)])
    expectSame(await guest.profileReplies({ handle: by, ...all }), theirs(replies))
    expect((await guest.showPerson({ handle: by })).postCount).toBe(theirs(first).length)
  }
  for (const post of live) await expectWhole(guest, post, world)
  for (const { id } of world.over())
    for (const read of [
      guest.showPost,
      guest.showThread,
      guest.listReplies,
      guest.listQuotes,
      guest.listLikers,
    ])
      await expect(read({ id })).rejects.toMatchObject({ code: 'gone' })

  const known = idsOf(live)
  for (const { kind, aboutId, post, about } of (await guest.listNotifications({ filter: 'all', ...all }))
    .items) {
    if (kind === 'follow') continue
    expect(known).toContain(aboutId)
    if (post) expect(known).toContain(post.id)
    if (about) expect(known).toContain(about.id)
  }
}

/** A live post, with all that lives of what people did with it. */
async function expectWhole(guest: Guest, { id, quoteOf }: Post, world: World) {
  const live = world.live()
  const answers = idsOf(live.filter(({ replyTo }) => replyTo === id))
  const quotes = idsOf(live.filter((post) => post.quoteOf === id))
  const by = (kind: 'like' | 'repost') => world.did(kind).filter(({ postId }) => postId === id)
  const quoted = live.find((post) => post.id === quoteOf)
  expect(await guest.showPost({ id })).toMatchObject({
    quoted: quoted ? { id: quoted.id } : null,
    replyCount: answers.length,
    likeCount: by('like').length,
    repostCount: by('repost').length,
  })
  expectSame(await guest.listReplies({ id, ...all }), answers)
  expectSame(await guest.listQuotes({ id, ...all }), quotes)
  expect((await guest.listLikers({ id })).items).toHaveLength(by('like').length)
  expect((await guest.listReposters({ id })).items).toHaveLength(by('repost').length)
  const { ancestors, replies } = await guest.showThread({ id })
  for (const post of [...replies, ...ancestors.flatMap((above) => above.post ?? [])])
    expect(idsOf(live)).toContain(post.id)
}

const idsOf = (posts: readonly { id: string }[]) => posts.map(({ id }) => id)

/** Each once. */
function expectSame({ items }: { items: { id: string }[] }, ids: string[]) {
  expect(idsOf(items).toSorted()).toEqual([...new Set(ids)].toSorted())
}

async function everybodyFollowing(house: StoryHouse): Promise<Record<Name, Guest>> {
  const [ada, ben, cleo] = await Promise.all([house.as('ada'), house.as('ben'), house.as('cleo')])
  const guests = { ada, ben, cleo }
  for (const name of names)
    for (const handle of names) if (handle !== name) await guests[name].followPerson({ handle })
  return guests
}
