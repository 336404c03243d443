import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createClient } from '@mayfly/contract/client'
import { expect, test, vi } from 'vitest'
import {
  breaking,
  explore,
  openEmptyHouse,
  photosOf,
  threadBelow,
  withPhotos,
  wordsOf,
} from './demo-house.ts'
import { strangerAt } from './guest.ts'
import { DAY, HOUR } from './house.ts'

// Painting takes as long as the machine takes.
vi.setConfig({ testTimeout: 240_000 })

test('the printed demo person signs in and everybody finds a lively place', async () => {
  const { house, people, dataDir } = await openEmptyHouse()
  const { moderator, ...login } = await people(house)
  expect((await stat(join(dataDir, 'demo.json'))).mode & 0o777).toBe(0o600)
  const { me } = await strangerAt(house).signIn(login)
  expect(me).toMatchObject({ handle: 'ada', bio: expect.stringContaining('clocks') })
  expect(me.followingCount).toBeGreaterThanOrEqual(10)
  expect(me.followerCount).toBeGreaterThanOrEqual(5)

  const posts = await explore(house)
  expect(new Set(posts.map(({ author }) => author.handle)).size).toBeGreaterThanOrEqual(20)
  const deep = await threadBelow(strangerAt(house), posts)
  expect(posts.length + deep.length).toBeGreaterThanOrEqual(120)
})

test('the first start has trends before any picture is there, and some are left hours later', async () => {
  const { house, people } = await openEmptyHouse()
  await people(house)
  const { items } = await strangerAt(house).listTrends({})
  expect(items.length).toBeGreaterThanOrEqual(5)
  for (const { people } of items) expect(people).toBeGreaterThanOrEqual(3)
  house.wait(6 * HOUR)
  expect((await strangerAt(house).listTrends({})).items.length).toBeGreaterThanOrEqual(2)
})

test('another start writes nothing again, not even what a demo person deleted, until little is left', async () => {
  const { house, people, peopleAndPaint } = await openEmptyHouse()
  await peopleAndPaint(house)
  const first = await explore(house)
  expect(withPhotos(first).length).toBeGreaterThanOrEqual(10)
  const deleted = first.find(({ lifetime }) => lifetime === '3-hours')
  if (deleted === undefined) throw new Error('No demo post lives for three hours.')
  await house.stores.posts.remove(deleted.id, deleted.author.id, house.now())
  await peopleAndPaint(house)
  expect(await explore(house)).toEqual(first.filter((post) => post !== deleted))

  house.wait(5 * DAY)
  const left = await explore(house)
  expect(left.length).toBeLessThan(first.length / 2)
  await peopleAndPaint(house)
  const again = await explore(house)
  expect(again.map(wordsOf).toSorted()).toEqual(first.map(wordsOf).toSorted())
  expect(again).toEqual(expect.arrayContaining(left.map(({ id }) => expect.objectContaining({ id }))))
  expect(again.map(photosOf).toSorted()).toEqual(first.map(photosOf).toSorted())
  await people(house)
  expect(await explore(house)).toEqual(again)
})

test('one of the demo people moderates, and finds two cases of three reports, once', async () => {
  const { house, people } = await openEmptyHouse()
  const { moderator = '', password } = await people(house)
  const { accessToken, isModerator } = await strangerAt(house).signIn({ email: moderator, password })
  expect(isModerator).toBe(true)
  const client = createClient({ origin: house.apiOrigin, send: fetch, token: () => accessToken })
  const { items } = await client.listCases({})
  expect(items).toMatchObject([
    { reasons: ['private'], person: { handle: 'leila_r' }, content: { isLive: true } },
    { reportCount: 2, person: { handle: 'tunde_bakes' }, content: { isLive: true } },
  ])
  for (const { id } of items) await client.decideCase({ id, kind: 'dismiss', reason: 'other' })
  await people(house)
  expect((await client.listCases({})).items).toEqual([])
})

test('there are messages to read, once, and again when all of them have burned down', async () => {
  const { house, people } = await openEmptyHouse()
  const { moderator: _, ...login } = await people(house)
  const { me } = await strangerAt(house).signIn(login)
  const inbox = async () => {
    const { entries } = await house.stores.conversations.listInbox(me.id, { limit: 20 }, house.now())
    return entries.map(({ conversationId }) => conversationId)
  }
  const written = async (id: string) => {
    const scope = { conversationId: id, hiddenIds: [] }
    return (await house.stores.messages.list(scope, { limit: 50 }, house.now())).items
  }
  await expect.poll(inbox, { timeout: 20_000 }).toHaveLength(4)
  const ids = await inbox()
  const before = await Promise.all(ids.map(written))
  expect(before.flat().length).toBeGreaterThanOrEqual(20)
  await people(house)
  expect(await Promise.all(ids.map(written))).toEqual(before)

  house.wait(8 * DAY)
  expect((await Promise.all(ids.map(written))).flat()).toEqual([])
  await people(house)
  expect((await Promise.all(ids.map(written))).map(({ length }) => length)).toEqual(
    before.map(({ length }) => length),
  )
})

test.for([
  ['people', 'insert', 9],
  ['identity', 'confirm', 2],
  ['posts', 'insert', 70],
] as const)(
  'a start that breaks off at %s.%s is completed by the next one',
  async ([store, action, turn]) => {
    const { house, people } = await openEmptyHouse()
    await expect(people(breaking(house, store, action, turn))).rejects.toThrow('broken off')
    const { moderator: _, ...login } = await people(house)
    await strangerAt(house).signIn(login)

    const posts = await explore(house)
    expect(new Set(posts.map(wordsOf)).size).toBe(posts.length)
    const handles = [...new Set(posts.map(({ author }) => author.handle))]
    expect(handles.length).toBeGreaterThanOrEqual(20)
    for (const handle of handles) {
      const person = await strangerAt(house).showPerson({ handle })
      expect(person.bio).not.toBe('')
      expect(person.followingCount).toBeGreaterThan(0)
    }
    const replies = await threadBelow(strangerAt(house), posts)
    expect(new Set(replies.map(wordsOf)).size).toBe(replies.length)
  },
)

test('a person who has a demo handle already keeps it, and nothing is said in their name', async () => {
  const { house, people } = await openEmptyHouse()
  const bram = await house.as('bram')
  await people(house)
  expect(await bram.showPerson({ handle: 'bram' })).toMatchObject({ bio: '', postCount: 0 })
  expect(await bram.showPerson({ handle: 'bram2' })).toMatchObject({ displayName: 'Bram de Wit' })
})
