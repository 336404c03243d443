import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { arrives, say, tableOf } from './conversation.ts'
import { emailOf, type Guest, PASSWORD, signInAt, strangerAt } from './guest.ts'
import { DAY, HOUR, openStoryHouse, type StoryHouse } from './house.ts'
import { tracesOf } from './traces.ts'
import { jpeg, photo, upload } from './uploads.ts'
import { leavesThePool } from './user-pool.ts'

const CANARY = 'a canary sang of yesterday'
const login = { email: emailOf('ada'), password: PASSWORD }
const leave = (guest: Guest) => guest.deleteAccount({ handle: '@Ada', password: PASSWORD })
const sweep = (house: StoryHouse) => house.functions['expire-posts']({})

/** Ada, who has something everywhere, and her friends. */
async function adaWithALife() {
  const house = await openStoryHouse()
  const [ada, bob, cleo] = await Promise.all([house.as('ada'), house.as('bob'), house.as('cleo')])
  const { id: photoId } = await upload(ada)
  const post = await ada.createPost({ body: CANARY, lifetime: '30-days', photos: [{ id: photoId }] })
  const bobs = await bob.createPost({ body: 'a question', lifetime: '30-days' })
  await ada.createPost({ body: `${CANARY} too`, lifetime: '30-days', replyTo: bobs.id })
  await upload(ada, 'avatar')
  await ada.likePost({ id: bobs.id })
  await ada.repostPost({ id: bobs.id })
  await ada.bookmarkPost({ id: bobs.id })
  await bob.likePost({ id: post.id })
  await ada.muteWord({ word: 'spoilers' })
  await bob.reportPost({ id: post.id, reason: 'spam' })
  await Promise.all([
    ada.followPerson({ handle: 'bob' }),
    bob.followPerson({ handle: 'ada' }),
    house.as('dan').then(() => ada.blockPerson({ handle: 'dan' })),
  ])
  const pair = await ada.startConversation({ handles: ['bob'] })
  const group = await cleo.startConversation({ handles: ['ada', 'bob'] })
  const left = await bob.startConversation({ handles: ['ada', 'cleo'] })
  const emptied = await ada.startConversation({ handles: ['cleo'] })
  for (const { id } of [pair, group, left, emptied]) await say(ada, id, CANARY, { lifetime: '30-days' })
  await arrives(house, bob, await say(bob, pair.id, 'and then?', { lifetime: '30-days' }))
  const last = await say(cleo, group.id, 'nice', { lifetime: '30-days' })
  await arrives(house, ada, last)
  await ada.leaveConversation({ id: left.id })
  await ada.leaveConversation({ id: emptied.id })
  return { house, ada, bob, cleo, post, pair, group, left, bobs }
}

test('whoever leaves is gone for everybody at once, and is told when it is for good', async () => {
  const { house, ada, bob, post, pair, group } = await adaWithALife()
  const askedAt = house.now().getTime()
  const { deletesAt } = await leave(ada)
  expect(Math.abs(Date.parse(deletesAt) - askedAt - 7 * DAY)).toBeLessThan(60_000)

  const nothing = { code: 'not-found' }
  await expect(bob.showPerson({ handle: 'ada' })).rejects.toMatchObject(nothing)
  await expect(bob.showPost({ id: post.id })).rejects.toMatchObject(nothing)
  await expect(bob.startConversation({ handles: ['ada'] })).rejects.toMatchObject(nothing)
  await expect(bob.showConversation({ id: pair.id })).rejects.toMatchObject(nothing)
  expect((await bob.listMessages({ id: group.id })).items.map(({ body }) => body)).toEqual(['nice'])
  expect((await bob.showConversation({ id: group.id })).members.map(({ handle }) => handle)).not.toContain(
    'ada',
  )
  for (const feed of [bob.homeFeed({}), bob.exploreFeed({}), strangerAt(house).exploreFeed({})])
    expect((await feed).items.map(({ author }) => author.handle)).not.toContain('ada')
  expect((await bob.searchPeople({ query: 'ada' })).items).toEqual([])
  expect((await strangerAt(house).checkHandle({ handle: 'ada' })).isAvailable).toBe(false)
})

test('whoever leaves is signed out everywhere, and nothing more is written in their name', async () => {
  const { house, ada, bobs, group } = await adaWithALife()
  const there = await signInAt(house, 'ada')
  const token = await there.token()
  await leave(ada)
  expect(ada.cookies.kept.size).toBe(0)
  await expect(there.refreshSession({})).rejects.toMatchObject({ code: 'signed-out' })
  const write = (path: string, body: object, method = 'POST') =>
    fetch(house.apiOrigin + path, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const answers = await Promise.all([
    write('/posts', { body: 'still me' }),
    write(`/conversations/${group.id}/messages`, { key: randomUUID(), body: 'still me' }),
    write('/people/bob/follow', {}, 'PUT'),
    write('/people/cleo/block', {}, 'PUT'),
    write(`/posts/${bobs.id}`, {}, 'DELETE'),
  ])
  for (const { status } of answers) expect(status).toBe(401)
  // The function behind the gateway does not know of sessions; that she leaves, it does.
  expect((await write('/uploads', jpeg(photo.length))).status).toBe(403)
})

test('who knows the handle or the password alone deletes nothing', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  await expect(ada.deleteAccount({ handle: 'bob', password: PASSWORD })).rejects.toMatchObject({
    code: 'invalid',
    fields: { handle: 'This is not your handle.' },
  })
  await expect(ada.deleteAccount({ handle: 'ada', password: 'not my password 1' })).rejects.toMatchObject({
    code: 'invalid',
    fields: { password: 'This is not your password.' },
  })
  await ada.createPost({ body: 'still here' })
})

test('within the week a sign-in tells how long there is, and an undo brings everything back', async () => {
  const { house, ada, bob, post, pair } = await adaWithALife()
  const { deletesAt } = await leave(ada)
  house.wait(7 * DAY - HOUR)
  await sweep(house)
  const returning = strangerAt(house)
  await expect(returning.signIn(login)).rejects.toMatchObject({ code: 'forbidden', fields: { deletesAt } })
  expect(returning.cookies.kept.size).toBe(0)
  const wrong = { ...login, password: 'not my password 1' }
  await expect(returning.restoreAccount(wrong)).rejects.toMatchObject({ code: 'signed-out' })

  const { me } = await returning.restoreAccount(login)
  expect(me).toMatchObject({ handle: 'ada', avatarId: expect.any(String) })
  expect(await bob.showPost({ id: post.id })).toMatchObject({ body: CANARY })
  expect((await bob.listMessages({ id: pair.id })).items).toHaveLength(2)
  house.wait(2 * DAY)
  await sweep(house)
  await returning.signIn(login)
})

test('after the week nothing of them is left anywhere, and there is no way back', async () => {
  const { house, ada, bob, cleo, pair, group, left, bobs } = await adaWithALife()
  const traces = { 'her id': ada.id, 'her address': emailOf('ada'), 'her words': CANARY }
  expect(await tracesOf(house, traces)).toEqual([
    'her id in Postgres',
    'her words in Postgres',
    'her id in DynamoDB',
    'her words in DynamoDB',
    'her id in Cognito',
    'her address in Cognito',
  ])
  expect((await house.processedKeys()).length).toBeGreaterThan(0)
  await leave(ada)
  house.wait(7 * DAY)
  await leavesThePool(house)
  expect(await tracesOf(house, traces)).not.toContain('her address in Cognito')
  expect(await sweep(house)).toMatchObject({ accountsRemoved: 1 })
  await sweep(house)

  expect(await tracesOf(house, traces)).toEqual([])
  expect(await house.processedKeys()).toEqual([])
  expect(await house.rawKeys()).toEqual([])
  await expect(strangerAt(house).signIn(login)).rejects.toMatchObject({ code: 'signed-out' })
  await expect(strangerAt(house).restoreAccount(login)).rejects.toMatchObject({ code: 'signed-out' })
  expect((await strangerAt(house).checkHandle({ handle: 'ada' })).isAvailable).toBe(true)

  // What is not hers goes on.
  expect(await bob.showPost({ id: bobs.id })).toMatchObject({
    body: 'a question',
    replyCount: 0,
    likeCount: 0,
  })
  expect((await bob.listMessages({ id: group.id })).items.map(({ body }) => body)).toEqual(['nice'])
  expect((await cleo.showConversation({ id: left.id })).members).toHaveLength(2)
  await expect(bob.showConversation({ id: pair.id })).rejects.toMatchObject({ code: 'not-found' })
  expect((await bob.listConversations({})).items.map(({ id }) => id)).not.toContain(pair.id)
})

test('whatever names a person in Postgres lets them go', async () => {
  const house = await openStoryHouse()
  const { rows } = await house.query(`
    select conrelid::regclass::text as table from pg_constraint
    where contype = 'f' and confrelid = 'users'::regclass and confdeltype not in ('c', 'n')`)
  // Their files go before they do.
  expect(rows).toEqual([{ table: 'exports' }])
})

test('a deletion that breaks off anywhere is taken up again, and leaves nothing behind', async () => {
  const { house, ada } = await adaWithALife()
  const traces = { 'her id': ada.id, 'her address': emailOf('ada'), 'her words': CANARY }
  await leave(ada)
  house.wait(7 * DAY)
  await leavesThePool(house)
  const { leavingMessages, accounts } = house.storesOf('expire-posts')
  const steps = [
    () => breakAfter(leavingMessages, 'removePerson'),
    () => breakAfter(accounts, 'removeBelongings'),
    () => breakAfter(accounts, 'remove'),
  ]
  for (const breakStep of steps) {
    const { repair } = breakStep()
    await expect(sweep(house)).rejects.toThrow('broken off')
    repair()
    await expect(strangerAt(house).restoreAccount(login)).rejects.toBeDefined()
  }
  await sweep(house)
  await sweep(house)
  expect(await tracesOf(house, traces)).toEqual([])
})

/** Lets a step be done, and what called it never hear of it. */
function breakAfter<Store extends object>(store: Store, name: keyof Store & string) {
  const whole = store[name] as (...values: unknown[]) => Promise<unknown>
  const { promise: isBroken, resolve } = Promise.withResolvers<void>()
  const broken = async (...values: unknown[]) => {
    await whole(...values)
    resolve()
    throw new Error('broken off')
  }
  Object.assign(store, { [name]: broken })
  return { repair: () => Object.assign(store, { [name]: whole }), isBroken }
}

test('nothing of an account goes before it is known that nobody can sign in to it', async () => {
  const { house, ada } = await adaWithALife()
  await leave(ada)
  const { users } = house.stores
  // The account is gone from the pool, and the task that did it with it.
  const { repair, isBroken } = breakAfter(users, 'remove')
  house.wait(7 * DAY)
  await isBroken
  repair()
  expect(await sweep(house)).toMatchObject({ accountsRemoved: 0 })
  expect((await house.query(`select from posts where author_id = '${ada.id}'`)).rowCount).toBe(2)
  await expect(strangerAt(house).restoreAccount(login)).rejects.toMatchObject({ code: 'signed-out' })
  await strangerAt(house).signUp({ ...login, handle: 'ada_again', displayName: 'Ada' })

  house.wait(60_000)
  await leavesThePool(house)
  expect(await sweep(house)).toMatchObject({ accountsRemoved: 1 })
})

test('of several tasks one deletes an account from the user pool, and another when that one fails', async () => {
  const house = await openStoryHouse()
  await leave(await house.as('ada'))
  house.wait(7 * DAY)
  const { accounts } = house.stores
  const now = house.now()
  const taken = await Promise.all(Array.from({ length: 4 }, () => accounts.takeForPool(now)))
  expect(taken.flat().length).toBeLessThan(2)
  expect(await accounts.takeForPool(new Date(now.getTime() + 30_000))).toEqual([])
  // Whoever took it was this test, which does nothing about it.
  house.wait(61_000)
  await leavesThePool(house)
  expect(await accounts.takeForPool(new Date(now.getTime() + HOUR))).toEqual([])
})

test('thousands of posts and followers go in portions, and other people’s deletions do not wait', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  await ada.createPost({ body: CANARY, lifetime: '30-days' })
  await house.query(`
    with crowd as (
      insert into users (id, handle, display_name, created_at)
      select gen_random_uuid(), 'crowd_' || n, 'Crowd', now() from generate_series(1, 2500) n returning id)
    insert into follows (follower_id, followee_id, created_at) select id, '${ada.id}', now() from crowd`)
  await leave(ada)
  house.wait(7 * DAY)
  await leavesThePool(house)
  expect(await sweep(house)).toMatchObject({ accountsRemoved: 1 })
  expect((await house.query('select from follows')).rowCount).toBe(0)
})

test('a message that is delivered late does not bring back somebody who is gone', async () => {
  const { house, ada, group } = await adaWithALife()
  const before = await house.stores.conversations.find(group.id, house.now())
  const her = before?.members.find(({ id }) => id === ada.id)
  await leave(ada)
  house.wait(7 * DAY)
  await leavesThePool(house)
  await sweep(house)
  const newest = (
    await house.stores.messages.list({ conversationId: group.id, hiddenIds: [] }, { limit: 1 }, house.now())
  ).items[0]
  if (her && newest) await house.stores.conversations.moveUp(group.id, her, newest.id, house.now())
  expect(her && newest).toBeDefined()
  expect((await tableOf(house).keys()).filter((key) => key.includes(ada.id))).toEqual([])
})
