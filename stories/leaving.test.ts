import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { emailOf, PASSWORD, signInAt, strangerAt } from './guest.ts'
import { DAY, HOUR, openStoryHouse } from './house.ts'
import { adaWithALife, CANARY, leave, login, sweep } from './leaver.ts'
import { tracesOf } from './traces.ts'
import { jpeg, photo } from './uploads.ts'
import { leavesThePool } from './user-pool.ts'

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
