import { randomUUID } from 'node:crypto'
import { newsId } from '@mayfly/domain/notifications'
import { expect, test } from 'vitest'
import { DAY, HOUR } from './house.ts'
import { adaBenAndCleo, inShort, readAll, toldOf, unreadOf } from './told.ts'
import { upload } from './uploads.ts'

test('each deed of others is told, with who did it and what it is about', async () => {
  const { house, ada, ben } = await adaBenAndCleo()
  const { id } = await ada.createPost({ body: 'on my mind', contentWarning: 'Thoughts' })
  await ben.likePost({ id })
  await ben.repostPost({ id })
  await ben.followPerson({ handle: 'ada' })
  const reply = await ben.createPost({ body: 'on mine, too', replyTo: id })
  const quote = await ben.createPost({ body: 'as ada has it', quoteOf: id })
  const mention = await ben.createPost({ body: 'and thank you, @ADA' })
  await house.stores.notifications.insert({
    toId: ada.id,
    aboutId: randomUUID(),
    id: newsId('moderation', house.now(), 1n),
    words: 'Your report was looked at. Thank you.',
  })

  const told = await toldOf(ada)
  const by = { people: [{ handle: 'ben', displayName: 'Ben' }], count: 1, isUnread: true, words: null }
  const about = { id, body: 'on my mind', contentWarning: 'Thoughts', author: { handle: 'ada' } }
  const nobody = { people: [], count: 0, post: null, about: null }
  expect(told).toMatchObject([
    { kind: 'moderation', ...nobody, words: 'Your report was looked at. Thank you.' },
    { kind: 'mention', ...by, aboutId: mention.id, about: null },
    { kind: 'quote', ...by, aboutId: id, about: null, post: { quoted: about } },
    { kind: 'reply', ...by, aboutId: id, about },
    { kind: 'follow', ...by, post: null, about: null },
    { kind: 'repost', ...by, post: null, about },
    { kind: 'like', ...by, post: null, about },
  ])
  expect(told.slice(1, 4).map(({ post }) => post)).toEqual(
    await Promise.all([mention, quote, reply].map((post) => ada.showPost({ id: post.id }))),
  )
  expect(told[1]).toMatchObject({ createdAt: mention.createdAt, expiresAt: mention.expiresAt })
  expect(await inShort(ada, 'talk')).toEqual([
    '*moderation',
    '*mention by ben',
    '*quote by ben',
    '*reply by ben',
  ])
  expect(await inShort(ada, 'reactions')).toEqual(['*follow by ben', '*repost by ben', '*like by ben'])
  expect(await unreadOf(ada)).toBe(7)
  expect(await toldOf(ben)).toEqual([])
})

test('alike things stand together, with the latest three and the number of all', async () => {
  const { house, ada } = await adaBenAndCleo()
  const { id } = await ada.createPost({ body: 'popular' })
  const other = await ada.createPost({ body: 'less so' })
  for (const handle of ['ben', 'cleo', 'dora', 'emil']) {
    const guest = await house.as(handle)
    house.wait(1000)
    await guest.likePost({ id })
    await guest.createPost({ body: 'once', replyTo: id })
    await guest.createPost({ body: 'and again', replyTo: id })
  }
  await (await house.as('ben')).likePost({ id: other.id })
  expect(await toldOf(ada)).toMatchObject([
    { kind: 'like', aboutId: other.id, count: 1 },
    { kind: 'reply', aboutId: id, count: 4, post: { body: 'and again', author: { handle: 'emil' } } },
    { kind: 'like', aboutId: id, count: 4 },
  ])
  expect((await inShort(ada)).slice(1)).toEqual(['*reply by emil dora cleo', '*like by emil dora cleo'])
})

test('twice is once, and nobody is told of what they do themselves', async () => {
  const { ada, ben } = await adaBenAndCleo()
  const { id } = await ada.createPost({ body: 'hello @ada' })
  await ada.likePost({ id })
  await ada.repostPost({ id })
  await ada.createPost({ body: 'me again, @ada', replyTo: id, quoteOf: id })
  expect(await toldOf(ada)).toEqual([])

  await ben.likePost({ id })
  await ben.followPerson({ handle: 'ada' })
  await ben.bookmarkPost({ id })
  await readAll(ada)
  await ben.likePost({ id })
  await ben.followPerson({ handle: 'ada' })
  expect(await inShort(ada)).toEqual(['follow by ben', 'like by ben'])
  expect(await unreadOf(ada)).toBe(0)
})

test('a post tells nobody twice: who is answered is not told of the quote and the mention', async () => {
  const { ada, ben, cleo } = await adaBenAndCleo()
  const first = await ada.createPost({ body: 'one' })
  const second = await ada.createPost({ body: 'two' })
  await ben.createPost({ body: '@ada, @cleo and @nobody', replyTo: first.id, quoteOf: second.id })
  expect(await inShort(ada)).toEqual(['*reply by ben'])
  expect(await inShort(cleo)).toEqual(['*mention by ben'])
  await ben.createPost({ body: '@ada', quoteOf: second.id })
  expect(await inShort(ada)).toEqual(['*quote by ben', '*reply by ben'])
})

test('what is undone or deleted leaves no trace, and what is older is not news again', async () => {
  const { house, ada, ben, cleo } = await adaBenAndCleo()
  const { id } = await ada.createPost({ body: 'here' })
  await cleo.likePost({ id })
  await cleo.createPost({ body: 'first', replyTo: id })
  await readAll(ada)
  house.wait(1000)
  await ben.likePost({ id })
  await ben.repostPost({ id })
  await ben.followPerson({ handle: 'ada' })
  const reply = await ben.createPost({ body: 'second', replyTo: id })
  const mention = await ben.createPost({ body: '@ada' })
  const quote = await ben.createPost({ body: 'look', quoteOf: id })
  expect(await unreadOf(ada)).toBe(6)

  await ben.unlikePost({ id })
  await ben.undoRepost({ id })
  await ben.unfollowPerson({ handle: 'ada' })
  for (const post of [reply, mention, quote]) await ben.deletePost({ id: post.id })
  expect(await inShort(ada)).toEqual(['reply by cleo', 'like by cleo'])
  expect((await toldOf(ada))[0]).toMatchObject({ post: { body: 'first' }, count: 1 })
  expect(await unreadOf(ada)).toBe(0)

  await ada.deletePost({ id })
  expect(await toldOf(ada)).toEqual([])
  const { rows } = await house.query(`select kind from notifications`)
  expect(rows).toEqual([{ kind: 'follow' }])
})

test('nobody is told of people out of their sight, whichever of the two does not want to see the other', async () => {
  const { house, ada, ben, cleo } = await adaBenAndCleo()
  const { id } = await ada.createPost({ body: 'here' })
  const deeds = async (guest: typeof ben) => {
    await guest.likePost({ id })
    await guest.repostPost({ id })
    await guest.followPerson({ handle: 'ada' })
    await guest.createPost({ body: 'reply', replyTo: id })
    await guest.createPost({ body: 'quote', quoteOf: id })
    await guest.createPost({ body: '@ada' })
  }
  await Promise.all([deeds(ben), deeds(cleo)])
  expect(await unreadOf(ada)).toBe(7)
  await ada.blockPerson({ handle: 'ben' })
  await cleo.blockPerson({ handle: 'ada' })
  expect(await toldOf(ada)).toEqual([])
  expect(await unreadOf(ada)).toBe(0)
  await ben.createPost({ body: '@ada again' })
  expect(await toldOf(ada)).toEqual([])

  await cleo.unblockPerson({ handle: 'ada' })
  const left = ['*mention by cleo', '*quote by cleo', '*reply by cleo', '*repost by cleo', '*like by cleo']
  expect((await inShort(ada)).toSorted()).toEqual(left.toSorted())
  await house.query(`update users set suspended_at = now() where handle = 'cleo'`)
  expect(await toldOf(ada)).toEqual([])
})

test('a notification ends with its post, to the second, and following after a month', async () => {
  const { house, ada, ben } = await adaBenAndCleo()
  const { id, expiresAt } = await ada.createPost({ body: 'for an hour', lifetime: '1-hour' })
  await ben.likePost({ id })
  await ben.repostPost({ id })
  await ben.createPost({ body: 'short', replyTo: id })
  await ben.createPost({ body: 'longer', quoteOf: id, lifetime: '30-days' })
  await ben.createPost({ body: '@ada for an hour', lifetime: '1-hour' })
  await ben.createPost({ body: '@ada for a day', lifetime: '1-day' })
  await ben.followPerson({ handle: 'ada' })
  house.wait(Date.parse(expiresAt) - house.now().getTime() - 5000)
  expect(await unreadOf(ada)).toBe(7)
  house.wait(6000 + 10_000)
  expect(await inShort(ada)).toEqual(['*follow by ben', '*mention by ben'])
  expect(await unreadOf(ada)).toBe(2)
  await house.functions['expire-posts'](undefined)
  const rows = async () =>
    (await house.query('select kind from notifications order by 1')).rows.map(({ kind }) => kind)
  expect(await rows()).toEqual(['follow', 'mention'])
  house.wait(DAY)
  expect(await inShort(ada)).toEqual(['*follow by ben'])
  house.wait(30 * DAY)
  expect(await toldOf(ada)).toEqual([])
  expect(await unreadOf(ada)).toBe(0)
  await house.functions['expire-posts'](undefined)
  expect(await rows()).toEqual([])
})

test('whoever followed over a month ago is not told again beside those who followed since', async () => {
  const { house, ada, ben, cleo } = await adaBenAndCleo()
  await ben.followPerson({ handle: 'ada' })
  house.wait(20 * DAY)
  await cleo.followPerson({ handle: 'ada' })
  expect(await inShort(ada)).toEqual(['*follow by cleo ben'])
  house.wait(15 * DAY)
  expect(await inShort(ada)).toEqual(['*follow by cleo'])
})

test('of a reply that has faded under a living post nothing is told', async () => {
  const { house, ada, ben } = await adaBenAndCleo()
  const { id } = await ada.createPost({ body: 'for a day', lifetime: '1-day' })
  await ben.createPost({ body: 'for an hour', replyTo: id, lifetime: '1-hour' })
  await ben.createPost({ body: 'for an hour', quoteOf: id, lifetime: '1-hour' })
  expect(await unreadOf(ada)).toBe(2)
  house.wait(HOUR)
  expect(await toldOf(ada)).toEqual([])
  expect(await unreadOf(ada)).toBe(0)
})

test('a file that is no picture is told to its owner in words, until it is thrown away', async () => {
  const { house, ada, ben } = await adaBenAndCleo()
  const refused = await upload(ada, 'photo', Buffer.from('no picture at all'))
  expect(await toldOf(ada)).toMatchObject([
    { kind: 'picture', aboutId: refused.id, words: refused.problem, people: [], isUnread: true },
  ])
  expect(await inShort(ada, 'talk')).toEqual(['*picture'])
  expect(await toldOf(ben)).toEqual([])
  await ada.discardUpload({ id: refused.id })
  expect(await toldOf(ada)).toEqual([])

  await upload(ada, 'photo', Buffer.from('nor is this'))
  house.wait(DAY)
  expect(await toldOf(ada)).toEqual([])
})

test('what moderators say is told anew when it is said anew', async () => {
  const { house, ada } = await adaBenAndCleo()
  const aboutId = randomUUID()
  const say = (words: string) =>
    house.stores.notifications.insert({
      toId: ada.id,
      aboutId,
      id: newsId('moderation', house.now(), BigInt(Math.floor(Math.random() * 2 ** 40))),
      words,
    })
  expect(await say('A post of yours was removed.')).toBe(true)
  await readAll(ada)
  house.wait(1000)
  await say('It is back. We were wrong.')
  expect(await toldOf(ada)).toMatchObject([{ words: 'It is back. We were wrong.', isUnread: true }])
  house.wait(30 * DAY)
  expect(await toldOf(ada)).toEqual([])
})
