import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { Guest } from './guest.ts'
import { DAY, HOUR, openStoryHouse, realRates } from './house.ts'
import { listenAs } from './live-ear.ts'
import { assetOf, jpeg, photo, send, settled, upload } from './uploads.ts'

test('a photo goes from the form to the feed, upright and without a trace of where it was taken', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const ready = await upload(ada)
  expect(ready).toMatchObject({ state: 'ready', width: 400, height: 800, problem: null })

  const post = await ada.createPost({ body: '', photos: [{ id: ready.id, alt: 'an orange field' }] })
  expect(post.photos).toEqual([
    { id: ready.id, width: 400, height: 800, placeholder: ready.placeholder, alt: 'an orange field' },
  ])
  expect((await ada.homeFeed({})).items).toMatchObject([post])
  const shown = await assetOf(house, post.id, ready.id, '320')
  expect(shown.headers.get('content-type')).toBe('image/webp')
  const stored = await sharp(Buffer.from(await shown.arrayBuffer())).metadata()
  expect(stored).toMatchObject({ format: 'webp', width: 320, height: 640 })
  for (const trace of ['exif', 'xmp', 'iptc', 'icc', 'orientation'] as const)
    expect(stored[trace]).toBeUndefined()
  expect(await house.rawKeys()).toEqual([])
})

test('one second after its post a photo is 410 although it was cached, and after the sweep it is nowhere', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const ready = await upload(ada)
  const post = await ada.createPost({ body: 'an hour', lifetime: '1-hour', photos: [{ id: ready.id }] })
  house.wait(HOUR - 60_000)
  const last = await assetOf(house, post.id, ready.id)
  expect(last.status).toBe(200)
  expect(Number(/max-age=(\d+)/.exec(last.headers.get('cache-control') ?? '')?.[1])).toBeLessThanOrEqual(60)
  expect((await assetOf(house, post.id, ready.id)).status).toBe(200)

  house.wait(61_000)
  expect((await assetOf(house, post.id, ready.id)).status).toBe(410)
  expect(await house.processedKeys()).not.toEqual([])
  await house.functions['expire-posts']({})
  expect([await house.rawKeys(), await house.processedKeys()]).toEqual([[], []])
})

test('a deleted post takes its photos along', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const ready = await upload(ada)
  const post = await ada.createPost({ body: 'oops', photos: [{ id: ready.id }] })
  await ada.deletePost({ id: post.id })
  await house.functions['expire-posts']({})
  expect(await house.processedKeys()).toEqual([])
})

test('an avatar changes by itself under a new address, and the old one goes', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const first = await upload(ada, 'avatar')
  const { avatarId } = await ada.showPerson({ handle: 'ada' })
  expect(avatarId).toBe(first.id)
  const shown = await fetch(`${house.assetsOrigin}/avatars/${first.id}/256.webp`)
  expect(shown.headers.get('cache-control')).toContain('immutable')

  const second = await upload(ada, 'avatar')
  expect((await ada.showPerson({ handle: 'ada' })).avatarId).toBe(second.id)
  await upload(ada, 'banner')
  await house.functions['expire-posts']({})
  expect(await house.processedKeys()).toHaveLength(5)

  await ada.removeAvatar({})
  await ada.removeBanner({})
  expect(await ada.showPerson({ handle: 'ada' })).toMatchObject({ avatarId: null, bannerId: null })
  await house.functions['expire-posts']({})
  expect(await house.processedKeys()).toEqual([])
})

test('an avatar that was begun earlier and comes later does not replace the newer one', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const early = await ada.startUpload({ ...jpeg(photo.length), kind: 'avatar' })
  const newer = await upload(ada, 'avatar')
  await send(early, photo)
  expect((await settled(ada, early.id)).state).toBe('ready')
  expect((await ada.showPerson({ handle: 'ada' })).avatarId).toBe(newer.id)
  house.wait(DAY - 1000)
  const again = await upload(ada, 'avatar')
  house.wait(2000)
  await house.functions['expire-posts']({})
  expect((await ada.showPerson({ handle: 'ada' })).avatarId).toBe(again.id)
  expect(await house.processedKeys()).toHaveLength(3)
})

test('photos that nobody posts are swept after a day, and those that are posted are not', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const used = await upload(ada)
  await upload(ada)
  await upload(ada, 'avatar')
  await ada.createPost({ body: 'kept', photos: [{ id: used.id }], lifetime: '7-days' })
  house.wait(DAY + 1000)
  await house.functions['expire-posts']({})
  expect(await house.processedKeys()).toHaveLength(6)
})

test('a photo is posted once, by its owner, when it is ready', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const ben = await house.as('ben')
  const ready = await upload(ada)
  const waiting = await ada.startUpload(jpeg(photo.length))
  const post = (guest: Guest, id: string) => guest.createPost({ body: 'mine', photos: [{ id }] })
  await expect(post(ben, ready.id)).rejects.toMatchObject({ code: 'conflict' })
  await expect(post(ada, waiting.id)).rejects.toMatchObject({ code: 'conflict' })
  const both = await Promise.allSettled([post(ada, ready.id), post(ada, ready.id)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(ben.showUpload({ id: ready.id })).rejects.toMatchObject({ code: 'not-found' })
  await ben.discardUpload({ id: ready.id })
  expect(await ada.showUpload({ id: ready.id })).toMatchObject({ state: 'ready' })
})

test('an event that comes twice, or after its picture is gone, changes nothing', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const form = await ada.startUpload(jpeg(photo.length))
  await send(form, photo)
  const ready = await settled(ada, form.id)
  const me = (await ada.showPerson({ handle: 'ada' })).id
  const event = house.uploadEvent(`incoming/photo/${me}/${ready.id}`)
  await Promise.all([house.functions['process-image'](event), house.functions['process-image'](event)])
  expect(await ada.showUpload({ id: ready.id })).toEqual(ready)
  expect(await house.processedKeys()).toHaveLength(3)
  await ada.discardUpload({ id: ready.id })
  await house.functions['expire-posts']({})
  await house.functions['process-image'](event)
  expect(await house.processedKeys()).toEqual([])
})

test('a person starts 60 uploads an hour, and then waits', async () => {
  const house = await openStoryHouse({ rates: realRates })
  const ada = await house.as('ada')
  for (let count = 0; count < 60; count += 1) await ada.startUpload(jpeg(100))
  await expect(ada.startUpload(jpeg(100))).rejects.toMatchObject({
    code: 'too-many',
    message: expect.stringMatching(/^These are more pictures .+ Please wait \d+ minutes\.$/),
    retryAfterSeconds: expect.any(Number),
  })
  house.wait(HOUR + 1000)
  await ada.startUpload(jpeg(100))
})

test('uploads that were thrown away count, and so do those that come at once', async () => {
  const house = await openStoryHouse({ rates: realRates })
  const ada = await house.as('ada')
  for (let count = 0; count < 30; count += 1) {
    const { id } = await ada.startUpload(jpeg(100))
    await ada.discardUpload({ id })
  }
  const started = await Promise.allSettled(Array.from({ length: 40 }, () => ada.startUpload(jpeg(100))))
  expect(started.filter(({ status }) => status === 'fulfilled')).toHaveLength(30)
})

test('what has become of a file is told to its owner as it happens, good or bad', async () => {
  const house = await openStoryHouse()
  const [ada, bob] = await Promise.all([house.as('ada'), house.as('bob')])
  const [ear, other] = await Promise.all([
    listenAs(ada, house.backendOrigin),
    listenAs(bob, house.backendOrigin),
  ])
  const ready = await upload(ada)
  await ear.hears({ type: 'picture', uploadId: ready.id })
  const refused = await upload(ada, 'photo', Buffer.from('<html>no picture</html>'))
  expect(refused.state).toBe('refused')
  await ear.hears({ type: 'picture', uploadId: refused.id })
  expect(other.heard).toEqual([])
})
