import { lifetimeNames, lifetimes } from '@mayfly/contract/lifetimes'
import { expect, test } from 'vitest'
import { HOUR, openStoryHouse } from './house.ts'

test('a post of one hour is everywhere until its hour, and nowhere one second after', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const ben = await house.as('ben')
  await ben.followPerson({ handle: 'ada' })
  const post = await ada.createPost({ body: 'for an hour', lifetime: '1-hour' })
  const everywhere = async () => [
    (await ada.homeFeed({})).items,
    (await ben.homeFeed({})).items,
    (await ben.exploreFeed({})).items,
    (await ben.profileFeed({ handle: 'ada' })).items,
  ]

  house.wait(HOUR - 10_000)
  for (const feed of await everywhere()) expect(feed).toMatchObject([post])
  expect(await ben.showPost({ id: post.id })).toEqual(post)
  expect(await ben.showPerson({ handle: 'ada' })).toMatchObject({ postCount: 1 })

  house.wait(11_000)
  for (const feed of await everywhere()) expect(feed).toEqual([])
  await expect(ben.showPost({ id: post.id })).rejects.toMatchObject({ code: 'gone' })
  await expect(ben.listReplies({ id: post.id })).rejects.toMatchObject({ code: 'gone' })
  expect(await ben.showPerson({ handle: 'ada' })).toMatchObject({ postCount: 0 })
})

test('the sweep takes the rows of what has expired, and nothing else, however often it runs', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  for (const lifetime of lifetimeNames) await ada.createPost({ body: lifetime, lifetime })

  for (const [index, lifetime] of lifetimeNames.entries()) {
    const before = index === 0 ? 0 : lifetimes[lifetimeNames[index - 1] ?? lifetime]
    house.wait(lifetimes[lifetime] - before)
    const [first, second] = await Promise.all([
      house.functions['expire-posts']({}),
      house.functions['expire-posts']({}),
    ])
    expect(first.removed + second.removed).toBe(1)
    expect(await house.functions['expire-posts']({})).toMatchObject({ removed: 0 })
  }
})

test('a reply never outlives the post that it answers', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const ben = await house.as('ben')
  const post = await ada.createPost({ body: 'an hour of this', lifetime: '1-hour' })
  const reply = await ben.createPost({ body: 'a month of that', lifetime: '30-days', replyTo: post.id })
  const deeper = await ada.createPost({ body: 'and more', lifetime: '3-days', replyTo: reply.id })

  expect(reply).toMatchObject({ expiresAt: post.expiresAt, replyTo: post.id, rootId: post.id })
  expect(deeper).toMatchObject({ expiresAt: post.expiresAt, replyTo: reply.id, rootId: post.id })
  expect(await ada.showPost({ id: post.id })).toMatchObject({ replyCount: 1 })
  expect((await ada.listReplies({ id: post.id })).items.map(({ id }) => id)).toEqual([reply.id])

  house.wait(HOUR + 1000)
  const tooLate = ben.createPost({ body: 'too late', replyTo: post.id })
  await expect(tooLate).rejects.toMatchObject({ code: 'gone' })
  for (const { id } of [post, reply, deeper])
    await expect(ben.showPost({ id })).rejects.toMatchObject({ code: 'gone' })
})

test('a reply that fades is not counted any more', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const post = await ada.createPost({ body: 'long', lifetime: '30-days' })
  await ada.createPost({ body: 'short', lifetime: '1-hour', replyTo: post.id })
  await ada.createPost({ body: 'longer', lifetime: '1-day', replyTo: post.id })
  house.wait(2 * HOUR)
  expect(await ada.showPost({ id: post.id })).toMatchObject({ replyCount: 1 })
  expect((await ada.listReplies({ id: post.id })).items).toHaveLength(1)
})

test('the database itself takes no post that outlives what its id says, or its parent', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const post = await ada.createPost({ body: 'an hour', lifetime: '1-hour' })
  const longer = await ada.createPost({ body: 'a day', lifetime: '1-day' })
  const stored = {
    id: post.id,
    authorId: post.author.id,
    key: null,
    body: 'forged',
    contentWarning: null,
    replyTo: null,
    rootId: null,
    quoteOf: null,
    language: null,
    handles: [],
    tags: [],
    words: [],
    lifetime: '1-hour',
    createdAt: new Date(post.createdAt),
    expiresAt: new Date(post.expiresAt),
  }
  const now = house.now()
  const later = { ...stored, expiresAt: new Date(stored.expiresAt.getTime() + 1000) }
  await expect(house.stores.posts.insert(later, [], now)).rejects.toThrow('the_id_tells_the_expiry')
  const outliving = {
    ...stored,
    id: longer.id,
    expiresAt: new Date(longer.expiresAt),
    replyTo: post.id,
    rootId: post.id,
  }
  await expect(house.stores.posts.insert(outliving, [], now)).rejects.toThrow(
    'a_reply_never_outlives_its_parent',
  )
})
