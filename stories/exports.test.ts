import { setTimeout as pause } from 'node:timers/promises'
import type { Export } from '@mayfly/contract/exports'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { arrives, say } from './conversation.ts'
import { exportKeys, madeFor } from './exported.ts'
import { emailOf } from './guest.ts'
import { DAY, HOUR, openStoryHouse } from './house.ts'
import { listenAs } from './live-ear.ts'
import { upload } from './uploads.ts'
import { leavesThePool } from './user-pool.ts'

const MINUTE = 60_000

async function fetched({ url }: Export): Promise<Record<string, Uint8Array>> {
  const response = await fetch(url ?? '')
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/zip')
  expect(response.headers.get('content-disposition')).toContain('attachment')
  return unzipSync(new Uint8Array(await response.arrayBuffer()))
}

const json = (files: Record<string, Uint8Array>, name: string) =>
  JSON.parse(strFromU8(files[name] ?? new Uint8Array()))

test('somebody asks for what is theirs, hears that it is there, and it is theirs alone', async () => {
  const house = await openStoryHouse()
  const [ada, bob] = await Promise.all([house.as('ada'), house.as('bob')])
  const { id: photoId } = await upload(ada)
  const avatar = await upload(ada, 'avatar')
  const post = await ada.createPost({ body: 'with a photo', lifetime: '7-days', photos: [{ id: photoId }] })
  const bobs = await bob.createPost({ body: 'bob’s own words', lifetime: '7-days' })
  const reply = await ada.createPost({ body: 'an answer', lifetime: '3-days', replyTo: bobs.id })
  const quote = await ada.createPost({ body: 'look', lifetime: '3-days', quoteOf: bobs.id })
  await ada.likePost({ id: bobs.id })
  await ada.repostPost({ id: bobs.id })
  await ada.bookmarkPost({ id: bobs.id })
  const { id } = await ada.startConversation({ handles: ['bob'] })
  await say(bob, id, 'bob whispers', { lifetime: '7-days' })
  await arrives(house, ada, await say(ada, id, 'ada whispers', { lifetime: '7-days' }))
  await house.as('cleo')
  await ada.blockPerson({ handle: 'cleo' })
  await ada.followPerson({ handle: 'bob' })
  await house.as('dan')
  await ada.mutePerson({ handle: 'dan' })
  await ada.muteWord({ word: 'spoilers' })
  await ada.reportPost({ id: bobs.id, reason: 'spam', words: 'ada’s own view of it' })
  await bob.reportPerson({ handle: 'ada', reason: 'other', words: 'bob’s view of ada' })
  const ear = await listenAs(ada, house.backendOrigin)

  expect((await ada.requestExport({})).state).toMatch(/waiting|ready/)
  const ready = await madeFor(ada)
  await ear.hears({ type: 'export' })
  const files = await fetched(ready)
  expect(Object.keys(files).sort()).toEqual(
    [
      'account.json',
      'blocked.json',
      'following.json',
      'muted.json',
      'muted-words.json',
      'notification-choices.json',
      'bookmarks.json',
      'likes.json',
      'messages.json',
      `pictures/${photoId}.webp`,
      `pictures/${avatar.id}.webp`,
      'posts.json',
      'profile.json',
      'read-me.txt',
      'reports.json',
      'reposts.json',
      'sessions.json',
    ].sort(),
  )
  expect(json(files, 'account.json')).toEqual({ email: emailOf('ada') })
  const [report, ...others] = json(files, 'reports.json')
  expect(report).toMatchObject({
    kind: 'post',
    reason: 'spam',
    words: 'ada’s own view of it',
    person: { handle: 'bob' },
    outcome: 'waiting',
  })
  expect(others).toEqual([])
  expect((await house.query('select email from exports')).rows).toEqual([{ email: null }])
  expect(json(files, 'profile.json')).toMatchObject({ handle: 'ada', avatarId: avatar.id })
  const ids = json(files, 'posts.json').map(({ id }: { id: string }) => id)
  expect(ids).toEqual([quote.id, reply.id, post.id])
  const named = [{ id: bobs.id, author: 'bob', expiresAt: bobs.expiresAt }]
  for (const name of ['likes.json', 'reposts.json', 'bookmarks.json'])
    expect(json(files, name)).toEqual(named)
  expect(json(files, 'messages.json')).toMatchObject([{ to: ['bob'], body: 'ada whispers' }])
  expect(json(files, 'blocked.json')).toMatchObject([{ handle: 'cleo' }])
  expect(json(files, 'following.json')).toMatchObject([{ handle: 'bob' }])
  expect(json(files, 'muted.json')).toMatchObject([{ handle: 'dan' }])
  expect(json(files, 'muted-words.json')).toEqual(['spoilers'])
  expect(json(files, 'sessions.json')).toHaveLength(1)
  const pictures = Object.keys(files).filter((name) => name.endsWith('.webp'))
  for (const name of pictures) expect(strFromU8(files[name]?.slice(8, 12) ?? new Uint8Array())).toBe('WEBP')
  const everything = Object.values(files)
    .map((bytes) => strFromU8(bytes, true))
    .join()
  expect(everything).not.toMatch(/bob’s own words|bob whispers|bob’s view of ada/)
  expect(await bob.showExport({})).toMatchObject({ state: 'none', url: null })
})

test('there is one export a day, and it is the latest that is shown', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  expect(await ada.showExport({})).toMatchObject({ state: 'none', nextAt: null })
  const answers = await Promise.allSettled([ada.requestExport({}), ada.requestExport({})])
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await madeFor(ada)
  await expect(ada.requestExport({})).rejects.toMatchObject({
    code: 'too-many',
    retryAfterSeconds: expect.any(Number),
  })
  house.wait(DAY + MINUTE)
  expect(await ada.showExport({})).toMatchObject({ state: 'none' })
  await ada.requestExport({})
  await madeFor(ada)
})

test('nothing in it has expired or soon will, and it is gone with the first thing in it that does', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  await ada.createPost({ body: 'over', lifetime: '1-hour' })
  house.wait(2 * HOUR)
  await ada.createPost({ body: 'over within the hour', lifetime: '1-hour' })
  const first = await ada.createPost({ body: 'first to go', lifetime: '3-hours' })
  await ada.createPost({ body: 'later', lifetime: '7-days' })
  await ada.requestExport({})
  const ready = await madeFor(ada)
  const bodies = json(await fetched(ready), 'posts.json').map(({ body }: { body: string }) => body)
  expect(bodies).toEqual(['later', 'first to go'])
  expect(ready.endsAt).toBe(first.expiresAt)

  house.wait(3 * HOUR)
  expect(await ada.showExport({})).toMatchObject({ state: 'over', url: null })
  expect(await exportKeys(house)).toHaveLength(1)
  await house.functions['expire-posts']({})
  expect(await exportKeys(house)).toEqual([])
  expect((await fetch(ready.url ?? '')).status).toBe(404)
})

test('an export is gone after a day, read or swept, and the sweep leaves no trace of it', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  await ada.createPost({ body: 'long', lifetime: '30-days' })
  await ada.requestExport({})
  const { endsAt, url } = await madeFor(ada)
  expect(Math.abs(Date.parse(endsAt ?? '') - house.now().getTime() - DAY)).toBeLessThan(MINUTE)
  house.wait(DAY)
  expect(await ada.showExport({})).toMatchObject({ state: 'none', url: null })
  await house.functions['expire-posts']({})
  await house.functions['expire-posts']({})
  expect(await exportKeys(house)).toEqual([])
  expect((await house.query('select from exports')).rowCount).toBe(0)
  expect((await fetch(url ?? '')).status).toBe(404)
})

test('the CDN serves nothing of an export, and S3 nothing without a signature', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  await ada.requestExport({})
  const { url } = await madeFor(ada)
  const [key] = await exportKeys(house)
  expect(key).toMatch(new RegExp(`^exports/${ada.id}/[0-9a-f-]{36}\\.zip$`))
  expect((await fetch(`${house.assetsOrigin}/${key}`)).status).toBe(404)
  const { origin, pathname, searchParams } = new URL(url ?? '')
  expect(Number(searchParams.get('X-Amz-Expires'))).toBeLessThanOrEqual(300)
  expect((await fetch(origin + pathname)).status).toBe(403)
})

test('nobody’s export is made while they leave, and what there is goes with them', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  await ada.requestExport({})
  await madeFor(ada)
  await ada.deleteAccount({ handle: 'ada', password: 'correct horse 1' })
  await house.query(`
    insert into exports (id, person_id, asked_at)
    values (gen_random_uuid(), '${ada.id}', '${house.now().toISOString()}')`)
  await pause(3_000)
  expect((await house.query(`select from exports where state = 'waiting'`)).rowCount).toBe(1)
  house.wait(7 * DAY)
  await leavesThePool(house)
  await house.functions['expire-posts']({})
  expect((await house.query('select from exports')).rowCount).toBe(0)
  expect(await exportKeys(house)).toEqual([])
})

test('a file of many parts arrives whole, and one that breaks off is not there at all', async () => {
  const house = await openStoryHouse()
  const { objects } = house.stores
  const piece = Buffer.alloc(1024 * 1024, 'mayfly')
  async function* pieces(count: number, end?: Error) {
    for (let sent = 0; sent < count; sent += 1) yield piece
    if (end) throw end
  }
  const { signal } = new AbortController()
  expect(await objects.writeExport('exports/whole.zip', pieces(20), signal)).toBe(20 * piece.length)
  const body = await objects.openProcessed('exports/whole.zip')
  let bytes = 0
  for await (const chunk of body ?? []) bytes += chunk.length
  expect(bytes).toBe(20 * piece.length)

  const broken = objects.writeExport('exports/broken.zip', pieces(12, new Error('broken off')), signal)
  await expect(broken).rejects.toThrow('broken off')
  const stopped = new AbortController()
  stopped.abort()
  await expect(objects.writeExport('exports/broken.zip', pieces(12), stopped.signal)).rejects.toThrow()
  expect(await exportKeys(house)).toEqual(['exports/whole.zip'])
})
