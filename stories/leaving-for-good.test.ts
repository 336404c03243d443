import { expect, test } from 'vitest'
import { tableOf } from './conversation.ts'
import { emailOf, strangerAt } from './guest.ts'
import { DAY, HOUR, openStoryHouse } from './house.ts'
import { adaWithALife, CANARY, leave, login, sweep } from './leaver.ts'
import { tracesOf } from './traces.ts'
import { leavesThePool } from './user-pool.ts'

test('a deletion that breaks off anywhere is taken up again, and leaves nothing behind', async () => {
  const { house, ada } = await adaWithALife()
  const traces = { 'her id': ada.id, 'her address': emailOf('ada'), 'her words': CANARY }
  await leave(ada)
  house.wait(7 * DAY)
  await leavesThePool(house)
  const { leavingMessages, accounts } = house.storesOf('expire-posts')
  const steps = [
    () => breakAfter(leavingMessages, 'removePerson'),
    () => breakAfter(accounts, 'removeBelongings'),
    () => breakAfter(accounts, 'remove'),
  ]
  for (const breakStep of steps) {
    const { repair } = breakStep()
    await expect(sweep(house)).rejects.toThrow('broken off')
    repair()
    await expect(strangerAt(house).restoreAccount(login)).rejects.toBeDefined()
  }
  await sweep(house)
  await sweep(house)
  expect(await tracesOf(house, traces)).toEqual([])
})

/** Lets a step be done, and what called it never hear of it. */
function breakAfter<Store extends object>(store: Store, name: keyof Store & string) {
  const whole = store[name] as (...values: unknown[]) => Promise<unknown>
  const { promise: isBroken, resolve } = Promise.withResolvers<void>()
  const broken = async (...values: unknown[]) => {
    await whole(...values)
    resolve()
    throw new Error('broken off')
  }
  Object.assign(store, { [name]: broken })
  return { repair: () => Object.assign(store, { [name]: whole }), isBroken }
}

test('nothing of an account goes before it is known that nobody can sign in to it', async () => {
  const { house, ada } = await adaWithALife()
  await leave(ada)
  const { users } = house.stores
  // The account is gone from the pool, and the task that did it with it.
  const { repair, isBroken } = breakAfter(users, 'remove')
  house.wait(7 * DAY)
  await isBroken
  repair()
  expect(await sweep(house)).toMatchObject({ accountsRemoved: 0 })
  expect((await house.query(`select from posts where author_id = '${ada.id}'`)).rowCount).toBe(2)
  await expect(strangerAt(house).restoreAccount(login)).rejects.toMatchObject({ code: 'signed-out' })
  await strangerAt(house).signUp({ ...login, handle: 'ada_again', displayName: 'Ada' })

  house.wait(60_000)
  await leavesThePool(house)
  expect(await sweep(house)).toMatchObject({ accountsRemoved: 1 })
})

test('of several tasks one deletes an account from the user pool, and another when that one fails', async () => {
  const house = await openStoryHouse()
  await leave(await house.as('ada'))
  house.wait(7 * DAY)
  const { accounts } = house.stores
  const now = house.now()
  const taken = await Promise.all(Array.from({ length: 4 }, () => accounts.takeForPool(now)))
  expect(taken.flat().length).toBeLessThan(2)
  expect(await accounts.takeForPool(new Date(now.getTime() + 30_000))).toEqual([])
  // Whoever took it was this test, which does nothing about it.
  house.wait(61_000)
  await leavesThePool(house)
  expect(await accounts.takeForPool(new Date(now.getTime() + HOUR))).toEqual([])
})

test('thousands of posts and followers go in portions, and other people’s deletions do not wait', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  await ada.createPost({ body: CANARY, lifetime: '30-days' })
  await house.query(`
    with crowd as (
      insert into users (id, handle, display_name, created_at)
      select gen_random_uuid(), 'crowd_' || n, 'Crowd', now() from generate_series(1, 2500) n returning id)
    insert into follows (follower_id, followee_id, created_at) select id, '${ada.id}', now() from crowd`)
  await leave(ada)
  house.wait(7 * DAY)
  await leavesThePool(house)
  expect(await sweep(house)).toMatchObject({ accountsRemoved: 1 })
  expect((await house.query('select from follows')).rowCount).toBe(0)
})

test('a message that is delivered late does not bring back somebody who is gone', async () => {
  const { house, ada, group } = await adaWithALife()
  const before = await house.stores.conversations.find(group.id, house.now())
  const her = before?.members.find(({ id }) => id === ada.id)
  await leave(ada)
  house.wait(7 * DAY)
  await leavesThePool(house)
  await sweep(house)
  const newest = (
    await house.stores.messages.list({ conversationId: group.id, hiddenIds: [] }, { limit: 1 }, house.now())
  ).items[0]
  if (her && newest) await house.stores.conversations.moveUp(group.id, her, newest.id, house.now())
  expect(her && newest).toBeDefined()
  expect((await tableOf(house).keys()).filter((key) => key.includes(ada.id))).toEqual([])
})
