import { limits } from '@mayfly/contract/limits'
import type { Post } from '@mayfly/contract/posts'
import { expect, test } from 'vitest'
import { type Guest, strangerAt } from './guest.ts'
import { openStoryHouse } from './house.ts'

const bodies = (page: { items: { body: string }[] }) => page.items.map(({ body }) => body)

test('a muted person is in no feed, does not know, and is there where one looks for them', async () => {
  const house = await openStoryHouse()
  const [ada, ben] = await Promise.all([house.as('ada'), house.as('ben')])
  await ada.followPerson({ handle: 'ben' })
  const post = await ada.createPost({ body: 'by Ada' })
  await ben.createPost({ body: 'by Ben' })
  await ben.createPost({ body: 'Ben answers', replyTo: post.id })
  expect(await ada.mutePerson({ handle: 'BEN' })).toMatchObject({ isMuted: true, isFollowed: true })
  expect(await ada.mutePerson({ handle: 'ben' })).toMatchObject({ isMuted: true })

  expect(bodies(await ada.homeFeed({}))).toEqual(['by Ada'])
  expect(bodies(await ada.exploreFeed({}))).toEqual(['by Ada'])
  expect(bodies(await ada.profileFeed({ handle: 'ben' }))).toEqual(['by Ben'])
  expect(bodies(await ada.listReplies({ id: post.id }))).toEqual(['Ben answers'])
  expect((await ada.searchPeople({ query: 'ben' })).items).toMatchObject([{ handle: 'ben' }])
  expect((await ada.listMuted({})).items).toMatchObject([{ handle: 'ben', isMuted: true }])

  expect(await ben.showPerson({ handle: 'ada' })).toMatchObject({ isMuted: false, followsYou: true })
  expect(bodies(await ben.exploreFeed({})).sort()).toEqual(['by Ada', 'by Ben'])
  expect((await ben.listMuted({})).items).toEqual([])

  expect(await ada.unmutePerson({ handle: 'ben' })).toMatchObject({ isMuted: false })
  expect(bodies(await ada.homeFeed({})).sort()).toEqual(['by Ada', 'by Ben'])
  expect((await ada.listMuted({})).items).toEqual([])
  await expect(ada.mutePerson({ handle: 'ada' })).rejects.toMatchObject({ code: 'invalid' })
  await expect(ada.mutePerson({ handle: 'nobody' })).rejects.toMatchObject({ code: 'not-found' })
})

test('what a muted person does is told to nobody who muted them, nor brought by others', async () => {
  const house = await openStoryHouse()
  const [ada, ben, cleo] = await Promise.all([house.as('ada'), house.as('ben'), house.as('cleo')])
  await ada.mutePerson({ handle: 'ben' })
  for (const handle of ['ben', 'cleo']) await ada.followPerson({ handle })
  const post = await ada.createPost({ body: 'by Ada' })
  await ben.likePost({ id: post.id })
  await ben.createPost({ body: 'hello @ada', replyTo: post.id })
  await ben.followPerson({ handle: 'ada' })
  const byBen = await ben.createPost({ body: 'by Ben' })
  const byCleo = await cleo.createPost({ body: 'by Cleo' })
  await cleo.repostPost({ id: byBen.id })
  await ben.repostPost({ id: byCleo.id })
  expect((await ada.listNotifications({})).items).toEqual([])
  expect(await ada.countUnreadNotifications({})).toEqual({ notifications: 0 })
  expect((await ada.homeFeed({})).items).toMatchObject([
    { body: 'by Cleo', repostedBy: null },
    { body: 'by Ada', repostedBy: null },
  ])
  expect(bodies(await ada.fadingFeed({})).sort()).toEqual(['by Ada', 'by Cleo'])
  expect(bodies(await ada.latestFeed({})).sort()).toEqual(['by Ada', 'by Cleo'])
  expect(bodies(await ada.profileFeed({ handle: 'cleo' })).sort()).toEqual(['by Ben', 'by Cleo'])

  await ada.unmutePerson({ handle: 'ben' })
  const kinds = (await ada.listNotifications({})).items.map(({ kind }) => kind)
  expect(kinds.sort()).toEqual(['follow', 'like', 'reply'])
})

test('a quote of a muted person, or with a muted word, is folded, for who muted it alone', async () => {
  const house = await openStoryHouse()
  const [ada, ben, cleo] = await Promise.all([house.as('ada'), house.as('ben'), house.as('cleo')])
  const byBen = await ben.createPost({ body: 'The finale, by Ben' })
  const byCleo = await cleo.createPost({ body: 'as Ben says', quoteOf: byBen.id })
  const byHimself = await ben.createPost({ body: 'as I said', quoteOf: byBen.id })
  const ofAda = await ada.createPost({ body: 'my finale' })
  const ofHer = await cleo.createPost({ body: 'as Ada says', quoteOf: ofAda.id })
  const mutedIn = async (guest: Guest, { id }: Post) => (await guest.showPost({ id })).quoted?.mutedFor
  expect(await mutedIn(ada, byCleo)).toBe(null)

  await ada.mutePerson({ handle: 'ben' })
  expect((await ada.exploreFeed({})).items.find(({ id }) => id === byCleo.id)).toMatchObject({
    quoted: { body: 'The finale, by Ben', mutedFor: 'person' },
  })
  expect(await mutedIn(ada, byHimself)).toBe(null)
  for (const guest of [ben, cleo, strangerAt(house)]) expect(await mutedIn(guest, byCleo)).toBe(null)

  await ada.unmutePerson({ handle: 'ben' })
  await ada.muteWord({ word: 'finale' })
  for (const quote of [byCleo, byHimself]) expect(await mutedIn(ada, quote)).toBe('word')
  for (const guest of [ben, cleo]) expect(await mutedIn(guest, byCleo)).toBe(null)
  expect(await mutedIn(ada, ofHer)).toBe(null)
  await ada.unmuteWord({ word: 'finale' })
  expect(await mutedIn(ada, byCleo)).toBe(null)
})

test('a feed of mostly muted people still fills its pages', async () => {
  const house = await openStoryHouse()
  const [ada, ben, cleo] = await Promise.all([house.as('ada'), house.as('ben'), house.as('cleo')])
  for (const guest of [ben, cleo]) await ada.followPerson({ handle: guest === ben ? 'ben' : 'cleo' })
  for (let number = 0; number < 4; number += 1) {
    await cleo.createPost({ body: `by Cleo ${number}` })
    house.wait(10)
    for (let more = 0; more < 3; more += 1) await ben.createPost({ body: 'by Ben' })
    house.wait(10)
  }
  await ada.mutePerson({ handle: 'ben' })
  for (const feed of ['homeFeed', 'exploreFeed'] as const) {
    const first = await ada[feed]({ limit: 2 })
    expect(bodies(first)).toEqual(['by Cleo 3', 'by Cleo 2'])
    expect(bodies(await ada[feed]({ limit: 2, cursor: first.next ?? '' }))).toEqual([
      'by Cleo 1',
      'by Cleo 0',
    ])
  }
})

test('the list of the muted has pages, and nobody who is out of sight', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  for (const handle of ['ben', 'cleo', 'dora', 'emil']) {
    await house.as(handle)
    await ada.mutePerson({ handle })
  }
  await (await house.as('emil')).blockPerson({ handle: 'ada' })
  const first = await ada.listMuted({ limit: 2 })
  const second = await ada.listMuted({ limit: 2, cursor: first.next ?? '' })
  expect([...first.items, ...second.items].map(({ handle }) => handle).sort()).toEqual([
    'ben',
    'cleo',
    'dora',
  ])
  expect(second.next).toBe(null)
})

test('muted words are a list of one’s own, in small letters and each once', async () => {
  const house = await openStoryHouse()
  const [ada, ben] = await Promise.all([house.as('ada'), house.as('ben')])
  await ada.muteWord({ word: '  Spoilers ' })
  await ada.muteWord({ word: 'the #finale, 100% & "quotes"' })
  const words = ['the #finale, 100% & "quotes"', 'spoilers']
  expect(await ada.muteWord({ word: 'SPOILERS' })).toEqual({ items: words })
  expect(await ada.listMutedWords({})).toEqual({ items: words })
  expect(await ben.listMutedWords({})).toEqual({ items: [] })
  expect(await ada.unmuteWord({ word: words[0] ?? '' })).toEqual({ items: ['spoilers'] })
  expect(await ada.unmuteWord({ word: 'never muted' })).toEqual({ items: ['spoilers'] })
  for (const word of ['', ' ', 'a'.repeat(limits.mutedWordGraphemes + 1), 'a\0b'])
    await expect(ada.muteWord({ word })).rejects.toMatchObject({
      code: 'invalid',
      fields: { word: expect.stringContaining('A muted word') },
    })
})

test('the list of muted words ends at its limit, however many come at once', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const asked = Array.from({ length: limits.mutedWords + 10 }, (_, number) => `word ${number}`)
  const answers = await Promise.allSettled(asked.map((word) => ada.muteWord({ word })))
  const refused = answers.filter(({ status }) => status === 'rejected')
  expect(refused).toHaveLength(10)
  expect(refused[0]).toMatchObject({ reason: { code: 'too-many' } })
  const { items } = await ada.listMutedWords({})
  expect(items).toHaveLength(limits.mutedWords)
  expect(await ada.muteWord({ word: items[0] ?? '' })).toEqual({ items })
})

test('what has a muted word comes by itself nowhere, whoever wrote or reposted it, and one’s own stays', async () => {
  const house = await openStoryHouse()
  const [ada, ben, cleo] = await Promise.all([house.as('ada'), house.as('ben'), house.as('cleo')])
  for (const handle of ['ben', 'cleo']) await ada.followPerson({ handle })
  const spoiler = await ben.createPost({ body: 'The FINALE is sad #show' })
  await ben.createPost({ body: 'look', contentWarning: 'finale' })
  await ben.createPost({ body: 'finales are fine #show' })
  await cleo.createPost({ body: '#night, and a night' })
  await cleo.createPost({ body: 'a night in a #nightmare' })
  await cleo.repostPost({ id: spoiler.id })
  await ada.createPost({ body: 'my finale #show' })
  const feeds = () =>
    Promise.all([
      ada.homeFeed({}),
      ada.fadingFeed({}),
      ada.exploreFeed({}),
      ada.latestFeed({}),
      ada.searchPosts({ query: 'finale' }),
      ada.tagFeed({ tag: 'show' }),
    ])
  for (const word of ['finale', '#night', '!!']) await ada.muteWord({ word })
  const [home, fading, explore, latest, found, tagged] = (await feeds()).map((page) => bodies(page).sort())
  for (const feed of [home, fading, explore, latest])
    expect(feed).toEqual(['a night in a #nightmare', 'finales are fine #show', 'my finale #show'])
  expect(found).toEqual(['finales are fine #show', 'my finale #show'])
  expect(tagged).toEqual(['finales are fine #show', 'my finale #show'])
  expect(bodies(await ada.profileFeed({ handle: 'ben' }))).toContain('The FINALE is sad #show')
  expect(bodies(await ada.searchPosts({ query: 'finale from:ben' }))).toContain('The FINALE is sad #show')
  expect(await ada.showPost({ id: spoiler.id })).toMatchObject({ body: 'The FINALE is sad #show' })
  expect(bodies(await ben.exploreFeed({}))).toHaveLength(6)

  await ada.unmuteWord({ word: 'finale' })
  expect(bodies(await ada.exploreFeed({})).sort()).not.toContain('#night, and a night')
  expect(bodies(await ada.exploreFeed({}))).toHaveLength(5)
  for (const word of ['#night', '!!']) await ada.unmuteWord({ word })
  expect(bodies(await ada.exploreFeed({}))).toHaveLength(6)
})
