import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { strangerAt } from './guest.ts'
import { openStoryHouse } from './house.ts'
import { upload } from './uploads.ts'

test('what is written is read back as it was written, and nothing of it is markup', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const body = `<script>alert(1)</script> '; drop table posts; -- \${7*7} {{7*7}} &lt; \u202e مرحبا 👋🏽`
  const post = await ada.createPost({ body, contentWarning: '<b>careful</b>' })
  expect(post).toMatchObject({ body, contentWarning: '<b>careful</b>', lifetime: '7-days', replyCount: 0 })
  expect(await strangerAt(house).showPost({ id: post.id })).toEqual(post)
})

test('a stranger reads, and may not write', async () => {
  const house = await openStoryHouse()
  const stranger = strangerAt(house)
  await (await house.as('ada')).createPost({ body: 'hello, everybody' })
  expect((await stranger.exploreFeed({})).items).toHaveLength(1)
  await expect(stranger.createPost({ body: 'me too' })).rejects.toMatchObject({ code: 'signed-out' })
  await expect(stranger.homeFeed({})).rejects.toMatchObject({ code: 'signed-out' })
})

test('only its author deletes a post, and its replies stay standing', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const ben = await house.as('ben')
  const post = await ada.createPost({ body: 'a mistake' })
  const reply = await ben.createPost({ body: 'I saw it', replyTo: post.id })
  await expect(ben.deletePost({ id: post.id })).rejects.toMatchObject({ code: 'forbidden' })
  await ada.deletePost({ id: post.id })
  await ada.deletePost({ id: post.id })
  await expect(ada.showPost({ id: post.id })).rejects.toMatchObject({ code: 'not-found' })
  expect(await ben.showPost({ id: reply.id })).toMatchObject({ replyTo: post.id })
  await expect(ben.createPost({ body: 'again', replyTo: post.id })).rejects.toMatchObject({ code: 'gone' })
})

test('the same post sent again is one post, also at the same time and with its photos, and told once', async () => {
  const house = await openStoryHouse()
  const [ada, ben] = [await house.as('ada'), await house.as('ben')]
  const key = randomUUID()
  const draft = { key, body: 'did it arrive, @ben?' }
  const tries = await Promise.all(Array.from({ length: 5 }, () => ada.createPost(draft)))
  const [post] = tries
  expect(tries.map(({ id }) => id)).toEqual(tries.map(() => post?.id))
  expect(await ada.createPost({ ...draft, body: 'in other words' })).toEqual(post)
  expect((await ada.homeFeed({})).items).toHaveLength(1)
  expect((await ben.listNotifications({})).items).toMatchObject([{ kind: 'mention', count: 1 }])

  const picture = await upload(ada)
  const withPhoto = { key: randomUUID(), body: 'look', photos: [{ id: picture.id, alt: 'a cat' }] }
  expect(await ada.createPost(withPhoto)).toEqual(await ada.createPost(withPhoto))
  // Another person's keys are other keys.
  expect(await ben.createPost(draft)).not.toMatchObject({ id: post?.id })

  await ada.deletePost({ id: post?.id ?? '' })
  expect((await house.query(`select from sent_posts where post_id = '${post?.id}'`)).rowCount).toBe(0)
})

test('the home feed has the posts of those whom one follows and of oneself, newest first', async () => {
  const house = await openStoryHouse()
  const [ada, ben, cleo] = await Promise.all(['ada', 'ben', 'cleo'].map((handle) => house.as(handle)))
  if (!ada || !ben || !cleo) throw new Error('Three guests were asked in.')
  await ada.followPerson({ handle: 'ben' })
  const write = async (guest: typeof ada, body: string) => {
    house.wait(1000)
    return guest.createPost({ body })
  }
  await write(ben, 'one')
  await write(cleo, 'not for ada')
  await write(ada, 'two')
  await write(ben, 'three')
  const bodies = async () => (await ada.homeFeed({})).items.map(({ body }) => body)
  expect(await bodies()).toEqual(['three', 'two', 'one'])
  await ada.unfollowPerson({ handle: 'ben' })
  expect(await bodies()).toEqual(['two'])
})

test('pages neither skip nor repeat while posts arrive, expire and go', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const written: string[] = []
  for (let number = 0; number < 25; number += 1) {
    house.wait(10)
    const lifetime = number % 5 === 0 ? '1-hour' : '1-day'
    written.unshift((await ada.createPost({ body: `post ${number}`, lifetime })).id)
  }
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await ada.exploreFeed({ limit: 4, ...(cursor ? { cursor } : {}) })
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.next ?? undefined
    await ada.createPost({ body: 'a newcomer' })
  } while (cursor)
  expect(seen).toEqual(written)
})

test('following is idempotent, and nobody follows themselves', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  await house.as('ben')
  await ada.followPerson({ handle: 'ben' })
  expect(await ada.followPerson({ handle: 'BEN' })).toMatchObject({ isFollowed: true, followerCount: 1 })
  expect(await ada.unfollowPerson({ handle: 'ben' })).toMatchObject({ isFollowed: false, followerCount: 0 })
  await expect(ada.followPerson({ handle: 'ada' })).rejects.toMatchObject({ code: 'invalid' })
  await expect(ada.followPerson({ handle: 'nobody' })).rejects.toMatchObject({ code: 'not-found' })
})

test('whoever is suspended is seen nowhere and writes nothing', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const ben = await house.as('ben')
  await ada.followPerson({ handle: 'ben' })
  const post = await ben.createPost({ body: 'soon unseen' })
  await house.query(`update users set suspended_at = now() where handle = 'ben'`)
  expect((await ada.homeFeed({})).items).toEqual([])
  expect((await ada.exploreFeed({})).items).toEqual([])
  await expect(ada.showPost({ id: post.id })).rejects.toMatchObject({ code: 'not-found' })
  await expect(ada.showPerson({ handle: 'ben' })).rejects.toMatchObject({ code: 'not-found' })
  await expect(ben.createPost({ body: 'hello?' })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(ben.followPerson({ handle: 'ada' })).rejects.toMatchObject({ code: 'forbidden' })
})

test('a handle is free, taken, reserved or impossible, and the answer says which', async () => {
  const house = await openStoryHouse()
  await house.as('ada')
  const stranger = strangerAt(house)
  expect(await stranger.checkHandle({ handle: 'Grace' })).toEqual({
    handle: 'grace',
    isAvailable: true,
    reason: null,
  })
  for (const [handle, reason] of [
    ['ADA', 'Somebody has'],
    ['admin', 'reserved'],
    ['a', '3 to 20'],
    ['../etc', '3 to 20'],
    ['ünïcode', '3 to 20'],
  ])
    expect(await stranger.checkHandle({ handle: handle ?? '' })).toMatchObject({
      isAvailable: false,
      reason: expect.stringContaining(reason ?? ''),
    })
})
