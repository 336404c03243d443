import { expect, test } from 'vitest'
import { strangerAt } from './guest.ts'
import { openStoryHouse, type StoryHouse } from './house.ts'

const handles = (page: { items: { handle: string }[] }) => page.items.map(({ handle }) => handle)

async function guestsOf<Handle extends string>(house: StoryHouse, ...names: Handle[]) {
  const guests = await Promise.all(names.map((name) => house.as(name)))
  return Object.fromEntries(guests.map((guest, index) => [names[index], guest])) as Record<
    Handle,
    Awaited<ReturnType<StoryHouse['as']>>
  >
}

test('followers and following are listed with the newest follow first, a page at a time', async () => {
  const house = await openStoryHouse()
  const names = ['ben', 'cleo', 'dora', 'emil', 'fay'] as const
  const { ada, ...others } = await guestsOf(house, 'ada', ...names)
  for (const name of names) {
    house.wait(1000)
    await others[name].followPerson({ handle: 'ada' })
    await ada.followPerson({ handle: name })
  }
  const expected = names.toReversed()
  const gone = expected[1] ?? 'ben'
  const lists = ['listFollowers', 'listFollowing'] as const
  const firsts = await Promise.all(lists.map((list) => strangerAt(house)[list]({ handle: 'ada', limit: 2 })))
  await others[gone].unfollowPerson({ handle: 'ada' })
  await ada.unfollowPerson({ handle: gone })
  for (const [index, list] of lists.entries()) {
    const first = firsts[index]
    expect(first && handles(first)).toEqual(expected.slice(0, 2))
    const second = await ada[list]({ handle: 'ada', limit: 2, cursor: first?.next ?? '' })
    const third = await ada[list]({ handle: 'ada', limit: 2, cursor: second.next ?? '' })
    expect([...handles(second), ...handles(third)]).toEqual(expected.slice(2))
    expect(third.next).toBe(null)
  }
})

test('each in a list is shown as they stand to the one who asks', async () => {
  const house = await openStoryHouse()
  const { ada, ben, cleo } = await guestsOf(house, 'ada', 'ben', 'cleo')
  await ben.followPerson({ handle: 'ada' })
  await cleo.followPerson({ handle: 'ada' })
  await ada.followPerson({ handle: 'ben' })
  await ada.mutePerson({ handle: 'cleo' })
  await ben.editMe({ displayName: 'Ben', bio: 'I am Ben.' })
  expect((await ada.listFollowers({ handle: 'ada' })).items).toMatchObject([
    { handle: 'cleo', isFollowed: false, followsYou: true, isMuted: true },
    { handle: 'ben', bio: 'I am Ben.', isFollowed: true, followsYou: true, isMuted: false },
  ])
  expect((await cleo.listFollowers({ handle: 'ada' })).items).toMatchObject([
    { handle: 'cleo', isFollowed: false, followsYou: false },
    { handle: 'ben', isFollowed: false, followsYou: false },
  ])
  expect(await ben.showPerson({ handle: 'ada' })).toMatchObject({ isFollowed: true, followsYou: true })
  expect(await strangerAt(house).showPerson({ handle: 'ada' })).toMatchObject({
    isFollowed: false,
    followsYou: false,
    isMuted: false,
    followerCount: 2,
    followingCount: 1,
  })
})

test('whoever is suspended or blocked is in no list, and in no count', async () => {
  const house = await openStoryHouse()
  const { ada, ben, cleo, dora } = await guestsOf(house, 'ada', 'ben', 'cleo', 'dora')
  for (const guest of [ben, cleo, dora]) await guest.followPerson({ handle: 'ada' })
  for (const handle of ['ben', 'cleo', 'dora']) await ada.followPerson({ handle })
  await ben.blockPerson({ handle: 'cleo' })
  await house.query(`update users set suspended_at = now() where handle = 'dora'`)
  for (const [guest, seen] of [
    [ada, ['cleo', 'ben']],
    [ben, ['ben']],
    [cleo, ['cleo']],
    [strangerAt(house), ['cleo', 'ben']],
  ] as const) {
    expect(handles(await guest.listFollowers({ handle: 'ada' }))).toEqual(seen)
    expect(handles(await guest.listFollowing({ handle: 'ada' }))).toEqual(seen)
    expect(await guest.showPerson({ handle: 'ada' })).toMatchObject({
      followerCount: seen.length,
      followingCount: seen.length,
    })
  }
  await expect(cleo.listFollowers({ handle: 'ben' })).rejects.toMatchObject({ code: 'not-found' })
  await expect(ada.listFollowing({ handle: 'dora' })).rejects.toMatchObject({ code: 'not-found' })
})

test('a follow and a block at the same time leave no follow behind', async () => {
  const house = await openStoryHouse()
  const { ada, ben } = await guestsOf(house, 'ada', 'ben')
  for (let round = 0; round < 8; round += 1) {
    await Promise.allSettled([
      ada.followPerson({ handle: 'ben' }),
      ben.followPerson({ handle: 'ada' }),
      ben.blockPerson({ handle: 'ada' }),
      ada.followPerson({ handle: 'ben' }),
    ])
    expect((await house.query('select from follows')).rowCount).toBe(0)
    await ben.unblockPerson({ handle: 'ada' })
  }
})

test('however follows are toggled at the same time, the counts agree with the lists', async () => {
  const house = await openStoryHouse()
  const { ada, ben, cleo } = await guestsOf(house, 'ada', 'ben', 'cleo')
  for (let round = 0; round < 5; round += 1) {
    await Promise.all(
      [ben, cleo].flatMap((guest) =>
        Array.from({ length: 6 }, (_, number) =>
          (number + round) % 2 === 0
            ? guest.followPerson({ handle: 'ada' })
            : guest.unfollowPerson({ handle: 'ada' }),
        ),
      ),
    )
    const { followerCount } = await ada.showPerson({ handle: 'ada' })
    expect((await ada.listFollowers({ handle: 'ada' })).items).toHaveLength(followerCount)
    for (const handle of ['ben', 'cleo']) {
      const { followingCount, followsYou } = await ada.showPerson({ handle })
      expect(followingCount).toBe(followsYou ? 1 : 0)
      expect((await ada.listFollowing({ handle })).items).toHaveLength(followingCount)
    }
  }
})

test('suggested are whom most of those follow whom one follows, then who wrote lately', async () => {
  const house = await openStoryHouse()
  const { ada, ben, cleo, dora, emil, fay } = await guestsOf(
    house,
    ...(['ada', 'ben', 'cleo', 'dora', 'emil', 'fay', 'gus', 'hana'] as const),
  )
  for (const handle of ['ben', 'cleo']) await ada.followPerson({ handle })
  for (const guest of [ben, cleo]) await guest.followPerson({ handle: 'dora' })
  await ben.followPerson({ handle: 'emil' })
  await cleo.followPerson({ handle: 'ada' })
  await ben.followPerson({ handle: 'cleo' })
  await fay.createPost({ body: 'for an hour', lifetime: '1-hour' })
  house.wait(1000)
  await dora.createPost({ body: 'too' })
  house.wait(1000)
  await emil.createPost({ body: 'too' })
  const suggested = async () =>
    (await ada.listSuggestions({})).items.map(({ handle, commonCount }) => [handle, commonCount])
  expect(await suggested()).toEqual([
    ['dora', 2],
    ['emil', 1],
    ['fay', 0],
  ])
  await ada.followPerson({ handle: 'dora' })
  await ada.mutePerson({ handle: 'fay' })
  expect(await suggested()).toEqual([['emil', 1]])
  await emil.blockPerson({ handle: 'ada' })
  expect(await suggested()).toEqual([])
  await emil.unblockPerson({ handle: 'ada' })
  await ada.unmutePerson({ handle: 'fay' })
  await house.query(`update users set suspended_at = now() where handle = 'emil'`)
  expect(await suggested()).toEqual([['fay', 0]])
  house.wait(3_600_000)
  expect(await suggested()).toEqual([])
})
