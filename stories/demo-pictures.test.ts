import { expect, test, vi } from 'vitest'
import { breaking, expectPictures, explore, openEmptyHouse, withPhotos } from './demo-house.ts'

// Painting takes as long as the machine takes.
vi.setConfig({ testTimeout: 240_000 })

test('pictures come the way of all pictures, and each post with all of its photos', async () => {
  const { house, peopleAndPaint } = await openEmptyHouse()
  await peopleAndPaint(house)
  await expectPictures(house)
  const [post] = withPhotos(await explore(house))
  const photo = post?.photos[0]
  if (!post || !photo) throw new Error('No demo post has a photo.')
  expect(photo.alt).toMatch(/\w+ \w+/)
  const shown = await fetch(`${house.assetsOrigin}/photos/${post.id}/${photo.id}/640.webp`)
  expect(shown.headers.get('content-type')).toBe('image/webp')
  expect(await house.rawKeys()).toEqual([])
})

test.for([
  ['people', 'findById', 5],
  ['pictures', 'find', 60],
  ['posts', 'insert', 90],
] as const)(
  'pictures that break off at %s.%s are completed by the next start',
  async ([store, action, turn]) => {
    const { house, peopleAndPaint } = await openEmptyHouse()
    await peopleAndPaint(breaking(house, store, action, turn)).catch(() => {})
    await peopleAndPaint(house)
    await expectPictures(house)
    const faces = (await explore(house)).map(({ author }) => author.avatarId)
    await peopleAndPaint(house)
    expect((await explore(house)).map(({ author }) => author.avatarId)).toEqual(faces)
  },
)

test('a start that is stopped at once leaves the pictures to the next one', async () => {
  const { house, people, peopleAndPaint } = await openEmptyHouse()
  await people(house)
  expect(withPhotos(await explore(house))).toEqual([])
  await peopleAndPaint(house)
  await expectPictures(house)
})
