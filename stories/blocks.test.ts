import { expect, test } from 'vitest'
import { openStoryHouse } from './house.ts'

const bodies = (page: { items: { body: string }[] }) => page.items.map(({ body }) => body)

test('a block hides each from the other, in every list and at every address', async () => {
  const house = await openStoryHouse()
  const [ada, bob, cleo] = await Promise.all([house.as('ada'), house.as('bob'), house.as('cleo')])
  await ada.followPerson({ handle: 'bob' })
  await bob.followPerson({ handle: 'ada' })
  const root = await cleo.createPost({ body: 'by Cleo' })
  const posts = {
    ada: await ada.createPost({ body: 'by Ada' }),
    bob: await bob.createPost({ body: 'by Bob' }),
  }
  await ada.createPost({ body: 'Ada answers', replyTo: root.id })
  await bob.createPost({ body: 'Bob answers', replyTo: root.id })
  await bob.blockPerson({ handle: 'ada' })

  for (const [guest, own, others, other] of [
    [ada, 'by Ada', posts.bob, 'bob'],
    [bob, 'by Bob', posts.ada, 'ada'],
  ] as const) {
    expect(bodies(await guest.homeFeed({}))).toEqual([own])
    expect(bodies(await guest.exploreFeed({})).sort()).toEqual([own, 'by Cleo'].sort())
    expect(bodies(await guest.listReplies({ id: root.id }))).toHaveLength(1)
    const notFound = { code: 'not-found' }
    await expect(guest.showPost({ id: others.id })).rejects.toMatchObject(notFound)
    await expect(guest.showPerson({ handle: other })).rejects.toMatchObject(notFound)
    await expect(guest.profileFeed({ handle: other })).rejects.toMatchObject(notFound)
    await expect(guest.followPerson({ handle: other })).rejects.toMatchObject(notFound)
    const reply = { body: 'an answer', replyTo: others.id }
    await expect(guest.createPost(reply)).rejects.toMatchObject({ code: 'gone' })
  }
  expect(bodies(await cleo.listReplies({ id: root.id }))).toEqual(['Ada answers', 'Bob answers'])

  await ada.unblockPerson({ handle: 'bob' })
  await expect(bob.showPerson({ handle: 'ada' })).rejects.toMatchObject({ code: 'not-found' })
  await bob.unblockPerson({ handle: 'ada' })
  expect(await bob.showPerson({ handle: 'ada' })).toMatchObject({ isFollowed: false, followerCount: 0 })
  await expect(bob.blockPerson({ handle: 'bob' })).rejects.toMatchObject({ code: 'not-found' })
})

test('whoever is suspended blocks nobody, also while their token is good', async () => {
  const house = await openStoryHouse()
  const [ada] = await Promise.all([house.as('ada'), house.as('bob')])
  await house.query(`update users set suspended_at = now() where handle = 'ada'`)
  await expect(ada.blockPerson({ handle: 'bob' })).rejects.toMatchObject({ code: 'not-found' })
})

test('whoever has thousands of blocks finds people among tens of thousands', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  await house.query(`
    insert into users (id, handle, display_name, created_at)
    select gen_random_uuid(), 'ada_' || n, 'Ada ' || n, now() from generate_series(1, 40000) n;
    insert into blocks select id, lead(id) over (order by id), now() from users order by id limit 40000;
    insert into blocks select '${ada.id}', id, now() from users where id <> '${ada.id}' order by id limit 5000 on conflict do nothing;
    insert into blocks select id, '${ada.id}', now() from users where id <> '${ada.id}' order by id desc limit 5000 on conflict do nothing;
    analyze`)
  // After the fifth time Postgres may have one plan for everybody, who has few blocks.
  for (let count = 0; count < 8; count += 1)
    expect((await ada.searchPeople({ query: 'ada_1' })).items).toHaveLength(10)
})
