import { expect, test } from 'vitest'
import { strangerAt } from './guest.ts'
import { DAY, HOUR, openStoryHouse } from './house.ts'
import { worldOf } from './thread-world.ts'

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
