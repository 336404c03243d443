import { randomUUID } from 'node:crypto'
import { moderationRoutes } from '@mayfly/contract/moderation'
import type { Notification } from '@mayfly/contract/notifications'
import { expect, test } from 'vitest'
import { adaAndBob, say } from './conversation.ts'
import { type Guest, strangerAt } from './guest.ts'
import { DAY, HOUR } from './house.ts'
import { listenAs } from './live-ear.ts'
import { adaBenAndMia, heldKeys, noticesOf, onlyCase, reportedPost } from './moderated.ts'
import { assetOf, upload } from './uploads.ts'

const SECOND = 1_000
const harassment = { reason: 'harassment' } as const

test('for everybody else the moderators’ routes are not there', async () => {
  const { house, ada } = await adaBenAndMia()
  const token = await ada.token()
  for (const { method, path } of Object.values(moderationRoutes)) {
    const url = house.apiOrigin + path.replaceAll(/\{\w+\}/g, randomUUID())
    const ask = (headers: Record<string, string>) => fetch(url, { method, headers })
    expect((await ask({ authorization: `Bearer ${token}` })).status, path).toBe(404)
    expect((await ask({})).status, path).toBe(401)
  }
})

test('what was reported is held for moderators past its end, for 30 days at the most, and for nobody else', async () => {
  const { house, ada, ben, mia } = await adaBenAndMia()
  const picture = await upload(ada)
  const post = await ada.createPost({
    body: 'gone in an hour',
    lifetime: '1-hour',
    photos: [{ id: picture.id, alt: 'a fist' }],
  })
  await ben.reportPost({ id: post.id, ...harassment, words: 'look at the photo' })
  house.wait(2 * HOUR)
  await house.functions['expire-posts']({})
  const { id } = await onlyCase(mia)
  await expect(ben.showPost({ id: post.id })).rejects.toMatchObject({ code: 'gone' })
  expect((await assetOf(house, post.id, picture.id)).status).toBe(410)

  const file = await mia.showCase({ id })
  expect(file.content).toMatchObject({ body: 'gone in an hour', isLive: false, photoCount: 1 })
  expect(file.photos).toMatchObject([{ id: picture.id, alt: 'a fist', width: picture.width }])
  const shown = await fetch(file.photos[0]?.url ?? '')
  expect(shown.headers.get('content-type')).toBe('image/webp')
  const key = (await heldKeys(house))[0] ?? ''
  expect((await fetch(`${house.assetsOrigin}/${key}`)).status).toBe(404)

  house.wait(30 * DAY - 3 * HOUR)
  expect((await mia.showCase({ id })).reports).toMatchObject([{ words: 'look at the photo' }])
  house.wait(2 * HOUR)
  await expect(mia.showCase({ id })).rejects.toMatchObject({ code: 'not-found' })
  expect((await ben.listReports({})).items).toEqual([])
  await house.functions['expire-posts']({})
  expect(await heldKeys(house)).toEqual([])
  expect((await house.query('select from cases union all select from reports')).rowCount).toBe(0)
})

test('a dismissed case lets go at once, unless that is undone in ten seconds', async () => {
  const { house, ada, ben, mia } = await adaBenAndMia()
  const picture = await upload(ada)
  const post = await ada.createPost({ body: 'a joke', lifetime: '1-hour', photos: [{ id: picture.id }] })
  await ben.reportPost({ id: post.id, ...harassment })
  const { id } = await onlyCase(mia)
  const first = await mia.decideCase({ id, kind: 'dismiss', ...harassment })
  house.wait(9 * SECOND)
  await mia.undoAction({ id: first.id })
  house.wait(2 * HOUR)
  expect((await onlyCase(mia)).content).toMatchObject({ body: 'a joke', isLive: false })

  const second = await mia.decideCase({ id, kind: 'dismiss', ...harassment })
  house.wait(11 * SECOND)
  expect((await mia.showCase({ id })).content).toBeNull()
  await house.functions['expire-posts']({})
  expect(await heldKeys(house)).toEqual([])
  expect((await house.query(`select from cases where held is not null`)).rowCount).toBe(0)
  await mia.undoAction({ id: second.id })
  expect(await onlyCase(mia)).toMatchObject({ id, content: null })
})

test('what was let go of and is still there is held anew when the case is opened again', async () => {
  const { house, ada, ben, mia } = await adaBenAndMia()
  const picture = await upload(ada)
  const post = await ada.createPost({ body: 'a joke', photos: [{ id: picture.id }] })
  await ben.reportPost({ id: post.id, ...harassment })
  const { id } = await onlyCase(mia)
  const dismissal = await mia.decideCase({ id, kind: 'dismiss', ...harassment })
  house.wait(HOUR)
  await mia.undoAction({ id: dismissal.id })
  await house.functions['expire-posts']({})
  expect(await heldKeys(house)).toHaveLength(3)
  await ada.deletePost({ id: post.id })
  const file = await mia.showCase({ id })
  expect(file.content).toMatchObject({ body: 'a joke', isLive: false })
  expect((await fetch(file.photos[0]?.url ?? '')).status).toBe(200)
})

test('a removed post is gone for all at once, its author and reporters are told, and undoing brings all of it back', async () => {
  const { house, ada, ben, mia } = await adaBenAndMia()
  const picture = await upload(ada)
  const root = await ada.createPost({ body: 'a question' })
  const post = await ada.createPost({
    body: 'nobody likes you #mean',
    replyTo: root.id,
    photos: [{ id: picture.id, alt: 'a fist' }],
  })
  await ben.likePost({ id: post.id })
  await ben.repostPost({ id: post.id })
  await mia.bookmarkPost({ id: post.id })
  const reply = await ben.createPost({ body: 'why?', replyTo: post.id })
  const toldBefore = await toldOf(ada)
  expect(toldBefore.map(({ kind }) => kind)).toEqual(['reply', 'repost', 'like'])
  await ada.markNotificationsRead({ place: toldBefore[1]?.place ?? '' })
  const [, ...readBefore] = await toldOf(ada)
  const before = await ben.showPost({ id: post.id })
  const parentBefore = await house.query(`select answer_count, heat from posts where id = '${root.id}'`)
  await ben.reportPost({ id: post.id, ...harassment })
  const { id } = await onlyCase(mia)
  const removal = await mia.decideCase({ id, kind: 'remove', ...harassment })

  for (const guest of [ada, ben, mia, strangerAt(house)])
    await expect(guest.showPost({ id: post.id })).rejects.toMatchObject({ code: 'not-found' })
  await house.functions['expire-posts']({})
  expect((await assetOf(house, post.id, picture.id)).status).not.toBe(200)
  expect(await noticesOf(ada)).toEqual([
    expect.stringMatching(
      /^Moderators have removed your post\. Reason: threats, hounding or shaming\. .+ keep a copy until \w+ \d+, /,
    ),
  ])
  expect(await noticesOf(ben)).toEqual([expect.stringMatching(/^You reported a post\. .+ done something/)])
  expect(await toldOf(ada)).toEqual([])
  expect(await ada.showThread({ id: root.id })).toMatchObject({
    stubs: [{ id: post.id, replyTo: root.id }],
    replies: [{ id: reply.id }],
  })
  expect((await mia.showCase({ id })).content).toMatchObject({ body: before.body, isLive: false })

  await mia.undoAction({ id: removal.id })
  const after = await ben.showPost({ id: post.id })
  const [photo] = after.photos
  expect({ ...after, photos: [{ ...photo, id: picture.id }] }).toEqual(before)
  expect((await assetOf(house, post.id, photo?.id ?? '')).status).toBe(200)
  expect((await mia.bookmarksFeed({})).items).toMatchObject([{ id: post.id }])
  expect((await ben.listReplies({ id: post.id })).items).toMatchObject([{ id: reply.id }])
  expect((await house.query(`select tag from post_tags where post_id = '${post.id}'`)).rows).toEqual([
    { tag: 'mean' },
  ])
  expect((await ben.searchPosts({ query: '"nobody likes" #mean' })).items).toMatchObject([{ id: post.id }])
  const parentAfter = await house.query(`select answer_count, heat from posts where id = '${root.id}'`)
  expect(parentAfter.rows).toEqual(parentBefore.rows)
  expect(await noticesOf(ada)).toEqual([expect.stringMatching(/^Your post is back\./)])
  expect(await ada.showThread({ id: root.id })).toMatchObject({
    stubs: [],
    replies: [{ id: post.id }, { id: reply.id }],
  })
  const [toldAgain, ...readAgain] = await toldOf(ada)
  expect(toldAgain).toMatchObject({ kind: 'reply', isUnread: true })
  const inShort = ({ kind, place, count, isUnread }: Notification) => ({ kind, place, count, isUnread })
  expect(readAgain.map(inShort)).toEqual(readBefore.map(inShort))
  expect(readAgain).toMatchObject([
    { kind: 'repost', isUnread: false },
    { kind: 'like', isUnread: false },
  ])
  expect(await noticesOf(ben)).toEqual([expect.stringMatching(/look at it once more\.$/)])
  expect(await onlyCase(mia)).toMatchObject({ id, content: { isLive: true } })
  house.wait(HOUR)
  await house.functions['expire-posts']({})
  expect((await assetOf(house, post.id, photo?.id ?? '')).status).toBe(200)
  expect(await heldKeys(house)).toHaveLength(3)
})

const toldOf = async (guest: Guest) =>
  (await guest.listNotifications({})).items.filter(({ kind }) => kind !== 'moderation')

test('what its author has deleted, or what is over, does not come back', async () => {
  const { house, ada, ben, mia, post, caseId } = await reportedPost()
  await ada.deletePost({ id: post.id })
  const removal = await mia.decideCase({ id: caseId, kind: 'remove', ...harassment })
  await mia.undoAction({ id: removal.id })
  await expect(ben.showPost({ id: post.id })).rejects.toMatchObject({ code: 'not-found' })

  const brief = await ada.createPost({ body: 'for an hour', lifetime: '1-hour' })
  await ben.reportPost({ id: brief.id, ...harassment })
  const waiting = (await mia.listCases({})).items.find(({ content }) => content?.id === brief.id)
  const second = await mia.decideCase({ id: waiting?.id ?? '', kind: 'remove', ...harassment })
  house.wait(2 * HOUR)
  await mia.undoAction({ id: second.id })
  await expect(ben.showPost({ id: brief.id })).rejects.toMatchObject({ code: 'gone' })
  expect((await noticesOf(ada))[0]).toMatch(/Its time is over by now\.$/)
})

test('a removed message is gone for both at once, and undoing brings it back', async () => {
  const { house, ada, bob, id } = await adaAndBob()
  const mia = await house.asModerator('mia')
  const message = await say(ada, id, 'you will regret this')
  const later = await say(bob, id, 'please stop')
  await bob.reportMessage({ id, messageId: message.id, ...harassment })
  const ear = await listenAs(bob, house.backendOrigin)
  const { id: caseId } = await onlyCase(mia)
  const removal = await mia.decideCase({ id: caseId, kind: 'remove', ...harassment })
  expect((await bob.listMessages({ id })).items).toEqual([later])
  await ear.hears({ type: 'message-gone', conversationId: id, messageId: message.id })
  expect(await noticesOf(ada)).toEqual([expect.stringMatching(/removed your message/)])
  expect((await mia.showCase({ id: caseId })).content).toMatchObject({ isLive: false })

  await mia.undoAction({ id: removal.id })
  expect((await bob.listMessages({ id })).items).toEqual([later, message])
  expect((await ada.listMessages({ id })).items).toEqual([later, message])
})

test('who is warned is told why, and that can be taken back', async () => {
  const { ada, mia, caseId } = await reportedPost()
  const warning = await mia.decideCase({ id: caseId, kind: 'warn', ...harassment })
  expect(await noticesOf(ada)).toEqual([expect.stringMatching(/^Moderators ask you to keep to the terms\./)])
  await ada.createPost({ body: 'sorry' })
  await mia.undoAction({ id: warning.id })
  expect(await noticesOf(ada)).toEqual([expect.stringMatching(/taken back their warning/)])
})
