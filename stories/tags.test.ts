import { expect, test } from 'vitest'
import { strangerAt } from './guest.ts'
import { DAY, HOUR, openStoryHouse } from './house.ts'

const MINUTE = 60_000

const crowd = async () => {
  const house = await openStoryHouse()
  const guests = await Promise.all(['ada', 'ben', 'cleo', 'dora'].map((handle) => house.as(handle)))
  const [ada, ben, cleo, dora] = guests as [Guest, Guest, Guest, Guest]
  const trends = async () => (await strangerAt(house).listTrends({})).items
  return { house, ada, ben, cleo, dora, trends }
}
type Guest = Awaited<ReturnType<Awaited<ReturnType<typeof openStoryHouse>>['as']>>

test('the posts with a tag are found however it is written, newest first, and no others', async () => {
  const { house, ada, ben, cleo } = await crowd()
  await ada.createPost({ body: 'one #Été' })
  const parent = await ben.createPost({ body: 'two #ete, at night', lifetime: '1-hour' })
  await cleo.createPost({ body: 'three #ÉTÉ', replyTo: parent.id })
  await ada.createPost({ body: 'ete without a sign, and #eternity' })
  const tagged = async (tag: string) => (await ada.tagFeed({ tag })).items.map(({ body }) => body)
  for (const tag of ['été', '#Ete', 'ete '])
    expect(await tagged(tag)).toEqual(['three #ÉTÉ', 'two #ete, at night', 'one #Été'])
  const first = await ada.tagFeed({ tag: 'ete', limit: 1 })
  expect((await ada.tagFeed({ tag: 'ete', limit: 1, cursor: first.next ?? '' })).items).toMatchObject([
    { id: parent.id },
  ])
  await cleo.blockPerson({ handle: 'ada' })
  expect(await tagged('ete')).toEqual(['two #ete, at night', 'one #Été'])
  house.wait(HOUR)
  expect(await tagged('ete')).toEqual(['one #Été'])
  for (const tag of ['a\0b', ' '])
    await expect(ada.tagFeed({ tag })).rejects.toMatchObject({ code: 'invalid' })
  expect(await tagged("' or true --")).toEqual([])
})

test('tags are found by their beginning, those of most people first, and then what is spelled much like it', async () => {
  const { house, ada, ben, cleo } = await crowd()
  await ada.createPost({ body: '#Nightwalk #nightwalk' })
  await ada.createPost({ body: '#nightwalk again' })
  await ben.createPost({ body: '#nightTrain' })
  await cleo.createPost({ body: '#nighttrain, for an hour #night', lifetime: '1-hour' })
  await cleo.createPost({ body: '#daylight' })
  const found = async (query: string) =>
    (await ada.searchTags({ query })).items.map(({ tag, people }) => `${tag} ${people}`)
  expect(await found('#Nig')).toEqual(['nighttrain 2', 'night 1', 'nightwalk 1'])
  expect(await found('night')).toEqual(['night 1', 'nighttrain 2', 'nightwalk 1'])
  expect(await found('nightrain')).toContain('nighttrain 2')
  expect(await found('%')).toEqual([])
  expect(await found('#')).toEqual([])
  house.wait(HOUR)
  expect(await found('nig')).toEqual(['nighttrain 1', 'nightwalk 1'])
  await house.query(`update users set suspended_at = now() where handle = 'ada'`)
  expect(await found('nig')).toEqual(['nighttrain 1'])
})

test('a tag of three people is a trend, for as long as three of them have live posts with it', async () => {
  const { house, ada, ben, cleo, dora, trends } = await crowd()
  await ada.createPost({ body: '#two #TWO #three' })
  await ada.createPost({ body: '#two again #three' })
  await ben.createPost({ body: '#two #three' })
  await cleo.createPost({ body: '#three #brief', lifetime: '1-hour' })
  expect(await trends()).toEqual([{ tag: 'three', people: 3 }])

  await dora.createPost({ body: '#three' })
  expect(await trends()).toEqual([{ tag: 'three', people: 3 }])
  house.wait(MINUTE)
  expect(await trends()).toEqual([{ tag: 'three', people: 4 }])
  await house.query(`update users set suspended_at = now() where handle = 'dora'`)
  house.wait(58.5 * MINUTE)
  expect(await trends()).toEqual([{ tag: 'three', people: 3 }])
  house.wait(MINUTE / 2)
  expect(await trends()).toEqual([])
})

test('the latest trends come first, and what was said a day ago is none', async () => {
  const { house, ada, ben, cleo, dora, trends } = await crowd()
  for (const guest of [ada, ben, cleo, dora]) await guest.createPost({ body: '#yesterday' })
  house.wait(20 * HOUR)
  for (const guest of [ada, ben, cleo]) await guest.createPost({ body: '#today' })
  expect(await trends()).toEqual([
    { tag: 'today', people: 3 },
    { tag: 'yesterday', people: 4 },
  ])
  house.wait(4 * HOUR)
  expect(await trends()).toEqual([{ tag: 'today', people: 3 }])
  house.wait(DAY)
  expect(await trends()).toEqual([])
})
