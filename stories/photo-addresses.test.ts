import { expiringId } from '@mayfly/domain/expiring-id'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import type { Guest } from './guest.ts'
import { DAY, HOUR, openStoryHouse, type StoryHouse } from './house.ts'
import { assetOf, jpeg, photo, send, settled, upload } from './uploads.ts'

const SIX_MINUTES = 6 * 60_000

const sweep = (house: StoryHouse) => house.functions['expire-posts']({})

/** The folders of the processed bucket that have something in them. */
async function foldersOf(house: StoryHouse): Promise<string[]> {
  const folders = (await house.processedKeys()).map((key) => key.replace(/\/\d+\.webp$/, ''))
  return [...new Set(folders)]
}

/** Somebody of the database who holds on to a photo, so that no post gets it meanwhile. */
async function holdPhoto(house: StoryHouse, id: string) {
  const holder = new pg.Client({ connectionString: house.databaseUrl })
  await holder.connect()
  onTestFinished(() => holder.end())
  await holder.query('begin')
  await holder.query('select from pictures where id = $1 for update', [id])
  return { letGo: () => holder.query('rollback') }
}

/** A post whose photo is copied, and that is not stored yet. */
async function postHalfMade(house: StoryHouse, guest: Guest, id: string) {
  const held = await holdPhoto(house, id)
  const posting = guest.createPost({ body: 'nearly', photos: [{ id }] })
  const outcome = posting.catch((refusal: unknown) => refusal)
  await expect.poll(() => house.processedKeys()).toHaveLength(6)
  return { outcome, ...held }
}

test('a photo is served under the id of its own post, and under no other', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const { id } = await upload(ada)
  const post = await ada.createPost({ body: 'an hour', lifetime: '1-hour', photos: [{ id }] })
  const other = await ada.createPost({ body: 'a month', lifetime: '30-days' })
  const madeUp = expiringId(new Date(post.createdAt), new Date(house.now().getTime() + 30 * DAY), 7n)
  const statuses = async () => {
    const answers = await Promise.all([post.id, other.id, madeUp].map((named) => assetOf(house, named, id)))
    return answers.map(({ status }) => status)
  }
  expect(await statuses()).toEqual([200, 404, 404])
  await sweep(house)
  expect(await foldersOf(house)).toEqual([`photos/${post.id}/${id}`])
  expect(await statuses()).toEqual([200, 404, 404])
  house.wait(HOUR)
  expect(await statuses()).toEqual([410, 404, 404])
  await sweep(house)
  expect(await statuses()).toEqual([410, 404, 404])
})

test('a post that breaks off after its photos were copied leaves nothing once they are due', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const { id } = await upload(ada)
  const { outcome, letGo } = await postHalfMade(house, ada, id)
  await house.query(`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`)
  expect(await outcome).toMatchObject({ code: 'unavailable' })
  await letGo()
  await sweep(house)
  expect(await house.processedKeys()).toHaveLength(6)
  house.wait(SIX_MINUTES)
  await sweep(house)
  expect(await foldersOf(house)).toEqual([`staged/${id}`])
  const post = await ada.createPost({ body: 'again', photos: [{ id }] })
  expect((await assetOf(house, post.id, id)).status).toBe(200)
})

test('a post that comes after its copies were swept is refused, and its draft can be sent again', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const { id } = await upload(ada)
  const { outcome, letGo } = await postHalfMade(house, ada, id)
  house.wait(SIX_MINUTES)
  await sweep(house)
  await letGo()
  expect(await outcome).toMatchObject({ code: 'unavailable', message: expect.stringMatching(/try again\.$/) })
  expect((await ada.homeFeed({})).items).toEqual([])
  expect(await foldersOf(house)).toEqual([`staged/${id}`])
  await ada.createPost({ body: 'again', photos: [{ id }] })
  await sweep(house)
  expect(await house.processedKeys()).toHaveLength(3)
})

test('a post whose photo cannot be copied is refused in words, and the copies that were made go', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const { id } = await upload(ada)
  await house.stores.objects.removeProcessed([`staged/${id}/640.webp`])
  await expect(ada.createPost({ body: 'half', photos: [{ id }] })).rejects.toMatchObject({
    code: 'unavailable',
    message: 'Mayfly cannot reach its pictures. Nothing was posted; please try again in a moment.',
  })
  expect((await ada.homeFeed({})).items).toEqual([])
  house.wait(SIX_MINUTES)
  await sweep(house)
  expect(await foldersOf(house)).toEqual([`staged/${id}`])
})

test('of several posts that want the same photos one has them, and nothing stays of the others', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const ids = [(await upload(ada)).id, (await upload(ada)).id]
  const orders = [ids, ids.toReversed(), ids, ids.toReversed()]
  const posts = await Promise.allSettled(
    orders.map((order) => ada.createPost({ body: '', photos: order.map((id) => ({ id })) })),
  )
  const stored = posts.flatMap((post) => (post.status === 'fulfilled' ? [post.value] : []))
  expect(stored).toHaveLength(1)
  for (const post of posts)
    if (post.status === 'rejected') expect(['conflict', 'unavailable']).toContain(post.reason.code)
  house.wait(SIX_MINUTES)
  await sweep(house)
  const left = ids.map((id) => `photos/${stored[0]?.id}/${id}`)
  expect(await foldersOf(house)).toEqual(left.toSorted())
})

test('a photo that is made once more after it was posted leaves nothing behind', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const form = await ada.startUpload(jpeg(photo.length))
  await send(form, photo)
  const { id } = await settled(ada, form.id)
  const post = await ada.createPost({ body: 'once', photos: [{ id }] })
  await sweep(house)
  // As a slow twin of the event writes it, that began before the first was done.
  await house.stores.objects.writeProcessed(`staged/${id}/320.webp`, photo, 'no-store')
  await send(form, photo)
  await expect.poll(() => foldersOf(house)).toEqual([`photos/${post.id}/${id}`])
  await expect.poll(() => house.rawKeys()).toEqual([])
})
