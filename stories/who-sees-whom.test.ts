import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Guest } from './guest.ts'
import { openStoryHouse, type StoryHouse } from './house.ts'

const everybody = ['ada', 'ben', 'cleo', 'dora'] as const
type Name = (typeof everybody)[number]

const deeds = ['follow', 'unfollow', 'block', 'unblock', 'mute', 'unmute'] as const
type Deed = (typeof deeds)[number]

const step = fc
  .record({
    deed: fc.constantFrom<Deed>(...deeds),
    by: fc.constantFrom<Name>(...everybody),
    to: fc.constantFrom<Name>(...everybody),
  })
  .filter(({ by, to }) => by !== to)

test('blocks and mutes hold in every list that returns people, whatever was done before', {
  timeout: 180_000,
}, async () => {
  const house = await openStoryHouse()
  const guests = await guestsOf(house)
  const root = await guests.ada.createPost({ body: 'by ada' })
  for (const name of everybody) {
    const post = name === 'ada' ? root : await guests[name].createPost({ body: `by ${name}` })
    await guests[name].createPost({ body: `an answer by ${name}`, replyTo: root.id })
    for (const other of everybody) {
      await guests[other].likePost({ id: post.id })
      await guests[other].repostPost({ id: post.id })
    }
  }
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      await house.query('delete from follows; delete from blocks; delete from mutes')
      const ties = noTies()
      for (const { deed, by, to } of steps) await doBoth(guests[by], ties, deed, by, to)
      for (const viewer of everybody) await expectRight(guests[viewer], ties, viewer, root.id)
    }),
    { numRuns: 8 },
  )
})

/** What should be: `ada ben` when Ada does it to Ben. */
function noTies() {
  const follows = new Set<string>()
  const blocks = new Set<string>()
  const mutes = new Set<string>()
  return {
    follows,
    blocks,
    mutes,
    sees: (one: Name, other: Name) => !blocks.has(`${one} ${other}`) && !blocks.has(`${other} ${one}`),
    followersOf: (name: Name) => everybody.filter((other) => follows.has(`${other} ${name}`)),
    followedBy: (name: Name) => everybody.filter((other) => follows.has(`${name} ${other}`)),
  }
}

type Ties = ReturnType<typeof noTies>

/** Does it in the house and in the model; what cannot be done is refused. */
async function doBoth(guest: Guest, ties: Ties, deed: Deed, by: Name, to: Name) {
  const handle = to
  const act = {
    follow: () => guest.followPerson({ handle }),
    unfollow: () => guest.unfollowPerson({ handle }),
    block: () => guest.blockPerson({ handle }),
    unblock: () => guest.unblockPerson({ handle }),
    mute: () => guest.mutePerson({ handle }),
    unmute: () => guest.unmutePerson({ handle }),
  }[deed]
  if (!deed.endsWith('block') && !ties.sees(by, to)) {
    await expect(act()).rejects.toMatchObject({ code: 'not-found' })
    return
  }
  await act()
  const tie = `${by} ${to}`
  if (deed === 'follow') ties.follows.add(tie)
  if (deed === 'mute') ties.mutes.add(tie)
  if (deed === 'unfollow' || deed === 'block') ties.follows.delete(tie)
  if (deed === 'unmute') ties.mutes.delete(tie)
  if (deed === 'unblock') ties.blocks.delete(tie)
  if (deed !== 'block') return
  ties.blocks.add(tie)
  ties.follows.delete(`${to} ${by}`)
}

async function expectRight(guest: Guest, ties: Ties, viewer: Name, rootId: string) {
  const seen = everybody.filter((name) => ties.sees(viewer, name))
  const hears = (name: Name) => !ties.mutes.has(`${viewer} ${name}`)
  const follows = (name: Name) => ties.follows.has(`${viewer} ${name}`)
  const others = seen.filter((name) => name !== viewer)

  for (const name of everybody) {
    const handle = name
    if (!seen.includes(name)) {
      for (const read of [guest.showPerson, guest.listFollowers, guest.listFollowing, guest.profileFeed])
        await expect(read({ handle })).rejects.toMatchObject({ code: 'not-found' })
      continue
    }
    const followers = ties.followersOf(name).filter((other) => seen.includes(other))
    const following = ties.followedBy(name).filter((other) => seen.includes(other))
    expect(await guest.showPerson({ handle })).toMatchObject({
      followerCount: followers.length,
      followingCount: following.length,
      isFollowed: follows(name),
      followsYou: ties.follows.has(`${name} ${viewer}`),
      isMuted: !hears(name),
    })
    expect(handlesIn(await guest.listFollowers({ handle }))).toEqual(followers)
    expect(handlesIn(await guest.listFollowing({ handle }))).toEqual(following)
    expect((await guest.searchPeople({ query: name })).items.map((found) => found.handle)).toContain(name)
  }

  const wanted = others.filter((name) => !follows(name) && hears(name))
  expect(handlesIn(await guest.listSuggestions({}))).toEqual(wanted)
  expect(handlesIn(await guest.listMuted({}))).toEqual(others.filter((name) => !hears(name)))
  expect(handlesIn(await guest.listBlocked({}))).toEqual(
    everybody.filter((name) => ties.blocks.has(`${viewer} ${name}`)),
  )
  for (const read of [guest.exploreFeed, guest.latestFeed])
    expect(authorsIn(await read({}))).toEqual(seen.filter(hears))
  // Everybody has reposted everything.
  expect(authorsIn(await guest.homeFeed({}))).toEqual(seen.filter(hears))
  expect(authorsIn(await guest.fadingFeed({}))).toEqual(
    seen.filter((name) => (name === viewer || follows(name)) && hears(name)),
  )
  const notices = (await guest.listNotifications({ filter: 'reactions' })).items
  const behind = notices.find(({ kind }) => kind === 'like')?.people ?? []
  expect(handlesIn({ items: behind })).toEqual(others.filter(hears))
  if (seen.includes('ada')) {
    expect(handlesIn(await guest.listLikers({ id: rootId }))).toEqual(seen)
    expect(handlesIn(await guest.listReposters({ id: rootId }))).toEqual(seen)
    expect(authorsIn(await guest.listReplies({ id: rootId }))).toEqual(seen)
  }
  for (const name of everybody.filter((hidden) => !seen.includes(hidden)))
    expect(handlesIn(await guest.searchPeople({ query: name }))).not.toContain(name)
}

const handlesIn = ({ items }: { items: { handle: string }[] }) => items.map(({ handle }) => handle).sort()

const authorsIn = ({ items }: { items: { author: { handle: string } }[] }) =>
  items.map(({ author }) => author.handle).sort()

async function guestsOf(house: StoryHouse) {
  const guests = await Promise.all(everybody.map((name) => house.as(name)))
  return Object.fromEntries(everybody.map((name, index) => [name, guests[index]])) as Record<Name, Guest>
}
