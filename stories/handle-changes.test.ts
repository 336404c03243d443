import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { expect, test } from 'vitest'
import { emailOf, PASSWORD, strangerAt } from './guest.ts'
import { DAY, HOUR, openStoryHouse, type StoryHouse } from './house.ts'

const taken = { code: 'conflict', fields: { handle: expect.stringContaining('Somebody has this handle') } }

test('a changed handle is shown everywhere at once, and the old one leads to it', async () => {
  const house = await openStoryHouse()
  const [ada, ben] = await Promise.all([house.as('ada'), house.as('ben')])
  const post = await ada.createPost({ body: 'by me' })
  expect(await ada.changeHandle({ handle: 'Countess' })).toMatchObject({ id: ada.id, handle: 'countess' })
  expect((await ben.showPost({ id: post.id })).author.handle).toBe('countess')
  for (const handle of ['countess', 'ada', 'ADA']) {
    expect(await ben.showPerson({ handle })).toMatchObject({ id: ada.id, handle: 'countess' })
    expect((await strangerAt(house).profileFeed({ handle })).items).toHaveLength(1)
    expect(await ben.followPerson({ handle })).toMatchObject({ isFollowed: true, handle: 'countess' })
  }
  await ben.blockPerson({ handle: 'ada' })
  expect((await ben.listBlocked({})).items).toMatchObject([{ handle: 'countess' }])
  await ben.unblockPerson({ handle: 'ada' })
  expect((await ben.listBlocked({})).items).toEqual([])

  const again = await strangerAt(house).signIn({ email: emailOf('ada'), password: PASSWORD })
  expect(again.me).toMatchObject({ id: ada.id, handle: 'countess' })
})

test('an old handle names its person in a new message, a new post and a search', async () => {
  const house = await openStoryHouse()
  const [ada, ben] = await Promise.all([house.as('ada'), house.as('ben')])
  await ada.changeHandle({ handle: 'countess' })
  const { id } = await ben.startConversation({ handles: ['countess'] })
  for (const handles of [['ada'], ['ADA', 'countess']])
    expect(await ben.startConversation({ handles })).toMatchObject({ id, isGroup: false })
  await expect(ada.startConversation({ handles: ['ada'] })).rejects.toMatchObject({ code: 'invalid' })

  const post = await ben.createPost({ body: 'hello @Ada, @countess and @nobody' })
  expect(post.mentions.toSorted()).toEqual(['ada', 'countess'])
  expect((await ada.listNotifications({})).items).toMatchObject([{ kind: 'mention', aboutId: post.id }])
  const own = await ada.createPost({ body: 'hello yourself' })
  expect((await ben.searchPosts({ query: 'from:ada hello' })).items).toMatchObject([{ id: own.id }])

  await ada.blockPerson({ handle: 'ben' })
  expect((await ben.createPost({ body: '@ada' })).mentions).toEqual([])
  await expect(ben.startConversation({ handles: ['ada'] })).rejects.toMatchObject({ code: 'not-found' })
  await ada.unblockPerson({ handle: 'ben' })
  house.wait(30 * DAY)
  expect((await ben.createPost({ body: '@ada' })).mentions).toEqual([])
  await expect(ben.startConversation({ handles: ['ada'] })).rejects.toMatchObject({ code: 'not-found' })
})

test('an old handle leads to its person for thirty days, and not a second longer', async () => {
  const house = await openStoryHouse()
  const [ada, ben] = await Promise.all([house.as('ada'), house.as('ben')])
  await ada.changeHandle({ handle: 'countess' })
  await ben.changeHandle({ handle: 'benjamin' })
  house.wait(30 * DAY - 10_000)
  expect(await ben.showPerson({ handle: 'ada' })).toMatchObject({ handle: 'countess' })
  await expect(ben.changeHandle({ handle: 'ada' })).rejects.toMatchObject(taken)
  await expect(signUpAs(house, 'ada')).rejects.toMatchObject(taken)

  house.wait(11_000)
  const stranger = strangerAt(house)
  await expect(stranger.showPerson({ handle: 'ada' })).rejects.toMatchObject({ code: 'not-found' })
  expect(await stranger.checkHandle({ handle: 'ada' })).toMatchObject({ isAvailable: true })
  // Their sign-ins have ended, too: they sign in again.
  house.wait(HOUR)
  expect(await ben.changeHandle({ handle: 'ada' })).toMatchObject({ id: ben.id, handle: 'ada' })
  expect(await ada.showPerson({ handle: 'ada' })).toMatchObject({ id: ben.id })
  await signUpAs(house, 'ben', 'newcomer')
  await expect(ada.showPerson({ handle: 'ben' })).resolves.toMatchObject({ displayName: 'Newcomer' })
})

test('nobody else takes a handle that still leads somewhere, and its owner takes it back', async () => {
  const house = await openStoryHouse()
  const [ada, ben] = await Promise.all([house.as('ada'), house.as('ben')])
  await ada.changeHandle({ handle: 'countess' })
  expect(await strangerAt(house).checkHandle({ handle: 'ada' })).toMatchObject({ isAvailable: false })
  expect(await ben.checkHandle({ handle: 'ada' })).toMatchObject({ isAvailable: false })
  expect(await ada.checkHandle({ handle: 'ada' })).toMatchObject({ isAvailable: true, reason: null })
  await expect(ben.changeHandle({ handle: 'ada' })).rejects.toMatchObject(taken)
  await expect(ben.changeHandle({ handle: 'countess' })).rejects.toMatchObject(taken)
  expect(await ada.changeHandle({ handle: 'ada' })).toMatchObject({ handle: 'ada' })
  expect(await ben.showPerson({ handle: 'countess' })).toMatchObject({ handle: 'ada' })
})

test('a handle is reserved or impossible for a change as it is for a newcomer', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  for (const [handle, words] of [
    ['admin', 'reserved'],
    ['a', '3 to 20'],
    ['ünïcode', '3 to 20'],
  ] as const)
    await expect(ada.changeHandle({ handle })).rejects.toMatchObject({
      code: 'invalid',
      fields: { handle: expect.stringContaining(words) },
    })
  expect(await ada.changeHandle({ handle: 'ADA' })).toMatchObject({ handle: 'ada' })
})

test('a handle changes three times a day, and again the day after', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  for (const handle of ['one_1', 'two_2', 'three_3']) await ada.changeHandle({ handle })
  await expect(ada.changeHandle({ handle: 'four_4' })).rejects.toMatchObject({ code: 'too-many' })
  await expect(ada.changeHandle({ handle: 'ada' })).rejects.toMatchObject({ code: 'too-many' })
  expect(await ada.changeHandle({ handle: 'three_3' })).toMatchObject({ handle: 'three_3' })
  house.wait(DAY + 1000)
  expect(await ada.changeHandle({ handle: 'four_4' })).toMatchObject({ handle: 'four_4' })
})

test('the sweep forgets the handles that lead to nobody, and no other', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  await ada.changeHandle({ handle: 'countess' })
  house.wait(DAY)
  await ada.changeHandle({ handle: 'lovelace' })
  house.wait(29 * DAY + 1000)
  await Promise.all([house.functions['expire-posts']({}), house.functions['expire-posts']({})])
  expect((await house.query('select handle from former_handles')).rows).toEqual([{ handle: 'countess' }])
})

test('of many who want one handle at once, one has it', async () => {
  const house = await openStoryHouse()
  const guests = await Promise.all(['ada', 'ben', 'cleo', 'dora'].map((handle) => house.as(handle)))
  const changes = await Promise.allSettled(guests.map((guest) => guest.changeHandle({ handle: 'phoenix' })))
  expect(changes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const change of changes)
    if (change.status === 'rejected') expect(change.reason).toMatchObject({ code: 'conflict' })
})

test('whoever asks for a handle while it is being left does not get it', async () => {
  const house = await openStoryHouse()
  const [ada, ben] = await Promise.all([house.as('ada'), house.as('ben')])
  const leaving = new pg.Client({ connectionString: house.databaseUrl })
  await leaving.connect()
  await leaving.query('begin')
  await leaving.query(`
    with left_behind as (insert into former_handles values ('ada', '${ada.id}', now() + interval '30 days'))
    update users set handle = 'countess' where id = '${ada.id}'`)
  const person = { id: '01890a5d-ac96-4744-8cce-b302099a8057', displayName: 'Ada', createdAt: house.now() }
  const wanting = Promise.all([
    ben.changeHandle({ handle: 'ada' }).catch((error: unknown) => error),
    house.stores.people.insert(person, ['ada', 'ada2']),
  ])
  await Promise.race([wanting, pause(1_000)])
  await leaving.query('commit')
  await leaving.end()
  expect((await wanting)[0]).toMatchObject(taken)
  expect(await ben.showPerson({ handle: 'ada' })).toMatchObject({ id: ada.id })
  expect(await ben.showPerson({ handle: 'ada2' })).toMatchObject({ id: person.id })
})

test('one who changes twice at once has one handle, and every former one leads to them', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  await Promise.all(['one_1', 'two_2', 'three_3'].map((handle) => ada.changeHandle({ handle })))
  const { rows } = await house.query('select handle from users')
  expect(rows).toHaveLength(1)
  for (const handle of ['ada', 'one_1', 'two_2', 'three_3'])
    expect(await ada.showPerson({ handle })).toMatchObject({ handle: rows[0].handle })
  house.wait(2 * DAY)
  for (const handle of ['ada', 'four_4', 'ada']) await ada.changeHandle({ handle })
  expect(await ada.showPerson({ handle: 'four_4' })).toMatchObject({ handle: 'ada' })
})

async function signUpAs(house: StoryHouse, handle: string, name = handle) {
  const stranger = strangerAt(house)
  const email = emailOf(name)
  const displayName = name.slice(0, 1).toUpperCase() + name.slice(1)
  await stranger.signUp({ email, password: PASSWORD, handle, displayName })
  await stranger.confirmSignUp({ email, code: house.codeFor(email) })
}
