import { randomUUID } from 'node:crypto'
import { limits } from '@mayfly/contract/limits'
import { expiringId } from '@mayfly/domain/expiring-id'
import { newsId } from '@mayfly/domain/notifications'
import { expect, test } from 'vitest'
import { strangerAt } from './guest.ts'
import { DAY, HOUR } from './house.ts'
import { listenAs } from './live-ear.ts'
import { adaBenAndCleo, inShort, readAll, toldOf, unreadOf } from './told.ts'
import { upload } from './uploads.ts'

test('the unread are counted exactly, however much happens at once, and reading never goes back', async () => {
  const { house, ada } = await adaBenAndCleo()
  const posts = await Promise.all(['one', 'two', 'three'].map((body) => ada.createPost({ body })))
  const crowd = await Promise.all(Array.from({ length: 6 }, (_, number) => house.as(`guest${number}`)))
  const act = () =>
    Promise.all(
      crowd.flatMap((guest) => [
        guest.followPerson({ handle: 'ada' }),
        ...posts.flatMap(({ id }) => [
          guest.likePost({ id }),
          guest.repostPost({ id }),
          guest.createPost({ body: '@ada', replyTo: id }),
          guest.createPost({ body: 'yes', quoteOf: id }),
        ]),
      ]),
    )
  await act()
  expect(await unreadOf(ada)).toBe(1 + posts.length * 4)
  const told = await toldOf(ada)
  expect(told.map(({ count }) => count)).toEqual(told.map(() => crowd.length))
  expect(told.map(({ place }) => place)).toEqual(
    told
      .map(({ place }) => place)
      .toSorted()
      .toReversed(),
  )

  const [latest, , , fourth] = told
  if (latest === undefined || fourth === undefined) throw new Error('There is less than there should be.')
  await ada.markNotificationsRead({ place: fourth.place })
  expect(await unreadOf(ada)).toBe(3)
  await Promise.all([latest, fourth].map(({ place }) => ada.markNotificationsRead({ place })))
  expect(await unreadOf(ada)).toBe(0)
  expect((await toldOf(ada)).some(({ isUnread }) => isUnread)).toBe(false)
  house.wait(1000)
  await act()
  // Likes, reposts and follows are there already; replies and quotes are new.
  expect(await unreadOf(ada)).toBe(posts.length * 2)
})

test('a post that goes while many react to it takes all of it along, and nobody meets an error', async () => {
  const { house, ada, ben, cleo } = await adaBenAndCleo()
  for (let round = 0; round < 10; round += 1) {
    const { id } = await ada.createPost({ body: 'now you see it' })
    await ben.likePost({ id })
    const gone = (error: { code?: string }) => expect(error.code).toMatch(/^(gone|not-found|forbidden)$/)
    await Promise.all([
      ...[ben, cleo].flatMap((guest) => [
        guest.likePost({ id }).catch(gone),
        guest.repostPost({ id }).catch(gone),
        guest.createPost({ body: 'hm', replyTo: id }).catch(gone),
        guest.createPost({ body: 'ah', quoteOf: id }).catch(gone),
      ]),
      ada.deletePost({ id }),
    ])
  }
  expect(await toldOf(ada)).toEqual([])
  expect((await house.query('select from notifications')).rows).toEqual([])
})

test('pages neither skip nor repeat while new things happen', async () => {
  const { house, ada, ben, cleo } = await adaBenAndCleo()
  const posts = []
  for (let number = 0; number < 12; number += 1) {
    house.wait(1000)
    const { id } = await ada.createPost({ body: `post ${number}` })
    await ben.likePost({ id })
    posts.push(id)
  }
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await ada.listNotifications({ limit: 3, ...(cursor ? { cursor } : {}) })
    seen.push(...page.items.map(({ aboutId }) => aboutId))
    cursor = page.next ?? undefined
    house.wait(1000)
    // One that was read moves up, and so does the last of all.
    await cleo.likePost({ id: seen[0] as string })
    await cleo.repostPost({ id: posts[0] as string })
    if (seen.length === 3) await cleo.likePost({ id: posts[0] as string })
  } while (cursor)
  const [moved, ...others] = posts
  expect(seen).toEqual(others.toReversed())
  const top = (await ada.listNotifications({ limit: 3 })).items
  expect(top).toMatchObject([
    { kind: 'like', aboutId: moved, count: 2 },
    { kind: 'repost', aboutId: moved, people: [{ handle: 'cleo' }] },
    { kind: 'like', aboutId: seen[0], count: 2 },
  ])
})

test('nobody is told without signing in, and nobody reads on what is not there yet', async () => {
  const { house, ada, ben } = await adaBenAndCleo()
  const stranger = strangerAt(house)
  const place = newsId('follow', house.now(), 1n)
  for (const asked of [
    stranger.listNotifications({}),
    stranger.countUnreadNotifications({}),
    stranger.markNotificationsRead({ place }),
  ])
    await expect(asked).rejects.toMatchObject({ code: 'signed-out' })

  const later = newsId('follow', new Date(house.now().getTime() + HOUR), 1n)
  for (const wrong of [later, randomUUID(), 'nothing'])
    await expect(ada.markNotificationsRead({ place: wrong })).rejects.toMatchObject({ code: 'invalid' })
  await ben.followPerson({ handle: 'ada' })
  await ben.markNotificationsRead({ place: (await toldOf(ada))[0]?.place as string })
  expect(await unreadOf(ada)).toBe(1)
})

test('whom it concerns is told live, once for each deed, and on their other devices when they have read it', async () => {
  const { house, ada, ben, cleo } = await adaBenAndCleo()
  const [hers, his, others] = await Promise.all(
    [ada, ben, cleo].map((guest) => listenAs(guest, house.backendOrigin)),
  )
  if (!hers || !his || !others) throw new Error('Somebody does not listen.')
  const news = { type: 'notification' } as const
  const { id } = await ada.createPost({ body: 'hello @ada' })
  const deeds = [
    () => ben.likePost({ id }),
    () => ben.repostPost({ id }),
    () => ben.followPerson({ handle: 'ada' }),
    () => ben.createPost({ body: 'well', replyTo: id }),
    () => ben.createPost({ body: 'see', quoteOf: id }),
    () => ben.createPost({ body: '@ada @nobody' }),
    () => upload(ada, 'photo', Buffer.from('no picture')),
    () => readAll(ada),
  ]
  for (const [index, deed] of deeds.entries()) {
    await deed()
    const heard = () => hers.heard.filter(({ type }) => type === 'notification')
    await expect.poll(heard, { timeout: 10_000 }).toEqual(Array.from({ length: index + 1 }, () => news))
  }
  await ben.likePost({ id })
  await ben.unlikePost({ id })
  await ben.bookmarkPost({ id })
  await readAll(ada)
  await ada.createPost({ body: '@ben and @cleo' })
  await Promise.all([his.hears(news), others.hears(news)])
  expect(hers.heard.filter(({ type }) => type === 'notification')).toHaveLength(deeds.length)
  expect([his.heard, others.heard]).toEqual([[news], [news]])
})

test('what somebody has muted or does not want is not told and not counted, and comes back when they want it again', async () => {
  const { ada, ben, cleo } = await adaBenAndCleo()
  const { id } = await ada.createPost({ body: 'here' })
  await ada.followPerson({ handle: 'ben' })
  for (const guest of [ben, cleo]) {
    await guest.likePost({ id })
    await guest.createPost({ body: 'a reply', replyTo: id })
    await guest.followPerson({ handle: 'ada' })
  }
  const all = ['*follow by cleo ben', '*reply by cleo ben', '*like by cleo ben']
  expect(await inShort(ada)).toEqual(all)
  expect(await ada.showNotificationChoices({})).toEqual({ off: [], from: 'everybody' })

  await ada.setNotificationChoices({ off: ['like', 'follow'], from: 'everybody' })
  expect(await inShort(ada)).toEqual(['*reply by cleo ben'])
  expect(await inShort(ada, 'reactions')).toEqual([])
  expect(await unreadOf(ada)).toBe(1)
  const followed = { off: [], from: 'followed' } as const
  expect(await ada.setNotificationChoices({ ...followed, off: [] })).toEqual(followed)
  expect(await inShort(ada)).toEqual(['*follow by ben', '*reply by ben', '*like by ben'])
  expect((await toldOf(ada))[1]).toMatchObject({ post: { author: { handle: 'ben' } }, count: 1 })
  await ada.mutePerson({ handle: 'ben' })
  expect(await inShort(ada)).toEqual([])
  expect(await unreadOf(ada)).toBe(0)

  await ada.muteWord({ word: 'Reply' })
  await ada.unmutePerson({ handle: 'ben' })
  await ada.setNotificationChoices({ off: [], from: 'everybody' })
  expect(await inShort(ada)).toEqual(['*follow by cleo ben', '*like by cleo ben'])
  await ada.unmuteWord({ word: 'reply' })
  expect(await inShort(ada)).toEqual(all)
  expect(await unreadOf(ada)).toBe(3)
  expect(await ben.showNotificationChoices({})).toEqual({ off: [], from: 'everybody' })
  for (const wrong of [{ off: ['moderation'] }, { from: 'nobody' }, { off: Array(7).fill('like') }])
    await expect(
      ada.setNotificationChoices({ off: [], from: 'everybody', ...wrong } as never),
    ).rejects.toMatchObject({ code: 'invalid' })
})

test('whoever has ten thousand notifications has them page by page, and those of whom nobody is left end no list', async () => {
  const { house, ada, ben, cleo } = await adaBenAndCleo()
  const { id } = await ada.createPost({ body: 'long ago' })
  await cleo.likePost({ id })
  house.wait(1000)
  const now = house.now()
  const end = new Date(now.getTime() + DAY)
  const ids = Array.from({ length: 10_000 }, (_, number) => expiringId(now, end, BigInt(number)))
  await house.query(`
    insert into posts (id, author_id, body, lifetime, created_at, expires_at)
    select id, '${ben.id}', '@ada', '1-day', written_at(id), post_expiry(id) from unnest('{${ids}}'::uuid[]) id;
    insert into notifications (to_id, kind, about_id, latest_id, expires_at)
    select '${ada.id}', 'mention', id, id, expires_at from posts where author_id = '${ben.id}';
    analyze`)
  expect((await toldOf(ada)).map(({ aboutId }) => aboutId)).toEqual(ids.slice(-50).toReversed())
  expect(await unreadOf(ada)).toBe(limits.notificationsMost)
  expect(await inShort(ada, 'reactions')).toEqual(['*like by cleo'])

  await ada.blockPerson({ handle: 'ben' })
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await ada.listNotifications(cursor ? { cursor } : {})
    seen.push(...page.items.map(({ kind }) => kind))
    cursor = page.next ?? undefined
  } while (cursor)
  expect(seen).toEqual(['like'])
})
