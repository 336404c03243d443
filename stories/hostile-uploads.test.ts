import { hugePng, plain } from '@mayfly/lambdas/image/sample-pictures'
import { afterEach, expect, test, vi } from 'vitest'
import { openStoryHouse, type StoryHouse } from './house.ts'
import { jpeg, photo, send, settled, upload } from './uploads.ts'

const FORM_MILLISECONDS = 5 * 60_000

const page = Buffer.from('<!doctype html><script>alert(1)</script>')

afterEach(() => {
  vi.useRealTimers()
})

/** Nothing of any upload is in either bucket, now that all that came has been looked at. */
async function expectNothingLeft(house: StoryHouse) {
  await expect.poll(() => house.rawKeys()).toEqual([])
  expect(await house.processedKeys()).toEqual([])
}

test('a form is good for its key, its type and its size, and for nothing else', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const ben = await house.as('ben')
  const fresh = await ada.startUpload(jpeg(photo.length))
  const key = fresh.fields.key ?? ''
  const refused = [
    await send(fresh, photo, { key: key.replace(/[\da-f-]{36}/, ben.id) }),
    await send(fresh, photo, { 'Content-Type': 'text/html' }),
    await send(fresh, Buffer.concat([photo, Buffer.alloc(1)])),
    await send(fresh, photo, { acl: 'public-read' }),
    await send(fresh, photo, { 'X-Amz-Signature': '0'.repeat(64) }),
  ]
  for (const { status } of refused) expect([400, 403]).toContain(status)
  await expectNothingLeft(house)
  await expect(ada.startUpload(jpeg(10 * 1024 * 1024 + 1))).rejects.toMatchObject({
    code: 'invalid',
    fields: { bytes: 'A picture has at most 10 MB.' },
  })
  await expect(
    ada.startUpload({ kind: 'photo', type: 'image/svg+xml' as 'image/png', bytes: 9 }),
  ).rejects.toMatchObject({
    code: 'invalid',
    fields: { type: 'Mayfly takes JPEG, PNG, WebP, AVIF and GIF pictures.' },
  })
})

test('a form is over after five minutes', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const form = await ada.startUpload(jpeg(photo.length))
  // Forms are signed, and signatures judged, by the machine's own clock.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + FORM_MILLISECONDS - 10_000 })
  expect((await send(form, page)).status).toBe(204)
  expect((await settled(ada, form.id)).state).toBe('refused')
  vi.setSystemTime(Date.now() + 11_000)
  const late = await send(form, photo)
  expect(late.status).toBe(403)
  expect(await late.text()).toContain('Policy expired.')
  await expectNothingLeft(house)
})

test('of a form that is sent again nothing comes, whatever became of its first file', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const another = await plain(300, 200).jpeg().toBuffer()
  const start = () => ada.startUpload(jpeg(Math.max(photo.length, another.length)))

  const bad = await start()
  await send(bad, page)
  const refused = await settled(ada, bad.id)
  await send(bad, photo)
  await expectNothingLeft(house)
  expect(await ada.showUpload({ id: bad.id })).toEqual(refused)

  const thrownAway = await start()
  await send(thrownAway, photo)
  await settled(ada, thrownAway.id)
  await ada.discardUpload({ id: thrownAway.id })
  await house.functions['expire-posts']({})
  await send(thrownAway, photo)
  await expectNothingLeft(house)

  const good = await start()
  await send(good, photo)
  const ready = await settled(ada, good.id)
  await send(good, another)
  await expect.poll(() => house.rawKeys()).toEqual([])
  expect(await ada.showUpload({ id: good.id })).toEqual(ready)
})

test('a file that is no picture, or too much of one, is refused with words, and nothing of it stays', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const notAPicture = /^This file is not a JPEG, PNG, WebP, AVIF or GIF picture\. Please /
  const damaged = /^This picture is damaged or incomplete\. Please /
  const hostile: [Buffer, RegExp][] = [
    [page, notAPicture],
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), notAPicture],
    [photo.subarray(0, 200), damaged],
    [Buffer.from('GIF89a=1;<script>alert(1)</script>'), damaged],
    [hugePng(30_000, 30_000), /^This picture has 900 megapixels; .* takes at most 50\. Please /],
  ]
  for (const [body, words] of hostile) {
    const refused = await upload(ada, 'photo', body)
    expect(refused).toMatchObject({ state: 'refused', problem: expect.stringMatching(words) })
    await expect(ada.createPost({ body: 'x', photos: [{ id: refused.id }] })).rejects.toMatchObject({
      code: 'conflict',
    })
  }
  await expectNothingLeft(house)
  expect(await upload(ada)).toMatchObject({ state: 'ready' })
})

test('of a picture with a page behind it only the picture is kept', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const { id, state } = await upload(ada, 'avatar', Buffer.concat([photo, page]))
  expect(state).toBe('ready')
  for (const key of await house.processedKeys()) {
    const shown = await fetch(`${house.assetsOrigin}/${key}`)
    expect(shown.headers.get('content-type')).toBe('image/webp')
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff')
    expect(Buffer.from(await shown.arrayBuffer()).includes('script')).toBe(false)
  }
  expect(await house.processedKeys()).toContain(`avatars/${id}/512.webp`)
  await expect.poll(() => house.rawKeys()).toEqual([])
})
