import { limits } from '@mayfly/contract/limits'
import type { Post } from '@mayfly/contract/posts'
import { expect, test } from 'vitest'
import { strangerAt } from './guest.ts'
import { DAY, HOUR, openStoryHouse } from './house.ts'

const three = async () => {
  const house = await openStoryHouse()
  const [ada, ben, cleo] = await Promise.all([house.as('ada'), house.as('ben'), house.as('cleo')])
  return { house, ada, ben, cleo }
}

test('likes, reposts and bookmarks are set and taken back, and twice is the same as once', async () => {
  const { house, ada, ben } = await three()
  const { id } = await ada.createPost({ body: 'like me' })
  for (let turn = 0; turn < 2; turn += 1) {
    await ben.likePost({ id })
    await ben.repostPost({ id })
    await ben.bookmarkPost({ id })
  }
  const done = { likeCount: 1, repostCount: 1, isLiked: true, isReposted: true, isBookmarked: true }
  expect(await ben.showPost({ id })).toMatchObject(done)
  expect((await ben.likesFeed({})).items).toMatchObject([{ id }])
  expect((await ben.bookmarksFeed({})).items).toMatchObject([{ id }])
  const others = { likeCount: 1, repostCount: 1, isLiked: false, isReposted: false, isBookmarked: false }
  expect(await ada.showPost({ id })).toMatchObject(others)
  expect(await strangerAt(house).showPost({ id })).toMatchObject(others)
  expect((await ada.listLikers({ id })).items).toMatchObject([{ handle: 'ben' }])
  expect((await ada.listReposters({ id })).items).toMatchObject([{ handle: 'ben' }])

  for (let turn = 0; turn < 2; turn += 1) {
    await ben.unlikePost({ id })
    await ben.undoRepost({ id })
    await ben.removeBookmark({ id })
  }
  const undone = { likeCount: 0, repostCount: 0, isLiked: false, isReposted: false, isBookmarked: false }
  expect(await ben.showPost({ id })).toMatchObject(undone)
  expect((await ben.likesFeed({})).items).toEqual([])
  expect((await ben.bookmarksFeed({})).items).toEqual([])
})

test('counts are exact however many press at once', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const { id } = await ada.createPost({ body: 'everybody at once' })
  const crowd = await Promise.all(Array.from({ length: 8 }, (_, number) => house.as(`guest${number}`)))
  const presses = crowd.flatMap((guest) =>
    Array.from({ length: 6 }, () => [
      guest.likePost({ id }),
      guest.unlikePost({ id }),
      guest.repostPost({ id }),
      guest.undoRepost({ id }),
    ]).flat(),
  )
  await Promise.all(presses)
  const liking = await Promise.all(crowd.map((guest) => guest.showPost({ id })))
  const count = (which: (post: Post) => boolean) => liking.filter(which).length
  expect(liking[0]?.likeCount).toBe(count(({ isLiked }) => isLiked))
  expect(liking[0]?.repostCount).toBe(count(({ isReposted }) => isReposted))
  await Promise.all(crowd.map((guest) => guest.likePost({ id })))
  expect((await ada.showPost({ id })).likeCount).toBe(8)
  expect((await ada.listLikers({ id, limit: 5 })).items).toHaveLength(5)
})

test('all that people did with a post goes when the post goes', async () => {
  const { house, ada, ben } = await three()
  const { id } = await ada.createPost({ body: 'for an hour #brief', lifetime: '1-hour' })
  await Promise.all([ben.likePost({ id }), ben.repostPost({ id }), ben.bookmarkPost({ id })])
  await ben.followPerson({ handle: 'ada' })
  house.wait(HOUR)
  for (const list of [ben.likesFeed({}), ben.bookmarksFeed({}), ben.homeFeed({}), ben.fadingFeed({})])
    expect((await list).items).toEqual([])
  expect((await ben.profileFeed({ handle: 'ben' })).items).toEqual([])
  for (const deed of [ben.likePost, ben.repostPost, ben.bookmarkPost, ben.listLikers, ben.listReposters])
    await expect(deed({ id })).rejects.toMatchObject({ code: 'gone' })
  await ben.unlikePost({ id })

  await house.functions['expire-posts'](undefined)
  const left = await house.query(`
    select (select count(*) from likes) + (select count(*) from reposts) + (select count(*) from bookmarks)
      + (select count(*) from post_tags) as rows`)
  expect(left.rows).toEqual([{ rows: '0' }])
})

test('a repost shows a post to those who follow, once, where the first of them reposted it', async () => {
  const { house, ada, ben, cleo } = await three()
  const dora = await house.as('dora')
  await ada.followPerson({ handle: 'ben' })
  await ada.followPerson({ handle: 'cleo' })
  const { id } = await dora.createPost({ body: 'by somebody whom ada does not follow' })
  const write = async (guest: typeof ada, body: string) => {
    house.wait(1000)
    return guest.createPost({ body })
  }
  await write(ben, 'one')
  house.wait(1000)
  await ben.repostPost({ id })
  await write(ben, 'two')
  house.wait(1000)
  await cleo.repostPost({ id })
  const home = async () =>
    (await ada.homeFeed({})).items.map(({ body, repostedBy }) => [body, repostedBy?.handle])
  const shown = ['by somebody whom ada does not follow', 'ben']
  expect(await home()).toEqual([['two', undefined], shown, ['one', undefined]])
  expect((await ada.profileFeed({ handle: 'cleo' })).items).toMatchObject([
    { id, repostedBy: { handle: 'cleo' } },
  ])

  await ben.undoRepost({ id })
  expect((await home())[0]).toEqual(['by somebody whom ada does not follow', 'cleo'])
  await ada.followPerson({ handle: 'dora' })
  expect((await home()).at(-1)).toEqual(['by somebody whom ada does not follow', undefined])
  expect(await home()).toHaveLength(3)
})

test('a quote has its own life, and shows the quoted post for as long as that lives', async () => {
  const { house, ada, ben, cleo } = await three()
  const quoted = await ada.createPost({ body: 'quote me', lifetime: '1-hour' })
  const quote = await ben.createPost({ body: 'as ada said', quoteOf: quoted.id, lifetime: '1-day' })
  expect(quote).toMatchObject({ quoteOf: quoted.id, quoted: { id: quoted.id, body: 'quote me' } })
  expect((await cleo.listQuotes({ id: quoted.id })).items).toMatchObject([{ id: quote.id }])

  await ada.blockPerson({ handle: 'cleo' })
  expect(await cleo.showPost({ id: quote.id })).toMatchObject({ quoteOf: quoted.id, quoted: null })
  expect(await house.as('ben').then((guest) => guest.showPost({ id: quote.id }))).toMatchObject({
    quoted: { author: { handle: 'ada' } },
  })
  house.wait(HOUR)
  expect(await ben.showPost({ id: quote.id })).toMatchObject({ quoteOf: quoted.id, quoted: null })
  await expect(ben.createPost({ body: 'again', quoteOf: quoted.id })).rejects.toMatchObject({
    code: 'gone',
    fields: { quoteOf: 'The post that you quote has faded.' },
  })
  house.wait(DAY)
  await expect(ben.showPost({ id: quote.id })).rejects.toMatchObject({ code: 'gone' })
})

test('only those are mentioned who are there, and whoever is out of sight can do nothing with a post', async () => {
  const { ada, ben, cleo } = await three()
  await cleo.blockPerson({ handle: 'ada' })
  const post = await ada.createPost({ body: 'hello @BEN, @cleo, @nobody and @ben', language: 'pt-BR' })
  expect(post).toMatchObject({ mentions: ['ben'], language: 'pt-BR' })
  for (const deed of [cleo.likePost, cleo.repostPost, cleo.bookmarkPost, cleo.listLikers])
    await expect(deed({ id: post.id })).rejects.toMatchObject({ code: 'not-found' })
  await ben.likePost({ id: post.id })
  await ben.blockPerson({ handle: 'ada' })
  expect((await ada.listLikers({ id: post.id })).items).toEqual([])
})

test('its author alone sees when others did something with a post', async () => {
  const { house, ada, ben, cleo } = await three()
  const post = await ada.createPost({ body: 'how does it do?', lifetime: '3-hours' })
  const { id } = post
  expect((await ada.showPostLife({ id })).parts).toEqual(Array(limits.lifeParts).fill(0))
  await ben.likePost({ id })
  await ada.likePost({ id })
  await ben.bookmarkPost({ id })
  house.wait(1.5 * HOUR + 60_000)
  await cleo.likePost({ id })
  await cleo.repostPost({ id })
  await ben.createPost({ body: 'an answer', replyTo: id })
  await ben.createPost({ body: 'a quote', quoteOf: id })
  const { parts } = await ada.showPostLife({ id })
  expect(parts).toHaveLength(limits.lifeParts)
  expect([parts[0], parts[limits.lifeParts / 2]]).toEqual([1, 4])
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(5)
  await cleo.unlikePost({ id })
  expect((await ada.showPostLife({ id })).parts[limits.lifeParts / 2]).toBe(3)
  await expect(ben.showPostLife({ id })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(strangerAt(house).showPostLife({ id })).rejects.toMatchObject({ code: 'signed-out' })
  house.wait(2 * HOUR)
  await expect(ada.showPostLife({ id })).rejects.toMatchObject({ code: 'gone' })
})

test('the tabs of a profile hold replies and photos apart', async () => {
  const { ada, ben } = await three()
  const post = await ada.createPost({ body: 'a post' })
  const reply = await ben.createPost({ body: 'a reply', replyTo: post.id })
  expect((await ada.profileReplies({ handle: 'ben' })).items).toMatchObject([{ id: reply.id }])
  expect((await ada.profileFeed({ handle: 'ben' })).items).toEqual([])
  expect((await ada.profileMedia({ handle: 'ada' })).items).toEqual([])
})

test('what goes next comes first in the fading feed, of the people whom one follows', async () => {
  const { ada, ben, cleo } = await three()
  await ada.followPerson({ handle: 'ben' })
  await cleo.createPost({ body: 'not for ada', lifetime: '1-hour' })
  await ben.createPost({ body: 'third', lifetime: '30-days' })
  await ada.createPost({ body: 'second', lifetime: '1-day' })
  await ben.createPost({ body: 'first', lifetime: '1-hour' })
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await ada.fadingFeed({ limit: 1, ...(cursor ? { cursor } : {}) })
    seen.push(...page.items.map(({ body }) => body))
    cursor = page.next ?? undefined
  } while (cursor)
  expect(seen).toEqual(['first', 'second', 'third'])
})
