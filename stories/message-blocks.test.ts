import { expect, test } from 'vitest'
import { say } from './conversation.ts'
import { openStoryHouse } from './house.ts'

/** Cleo has a group with Ada and Bob, who has blocked Ada. */
async function groupWithBlock() {
  const house = await openStoryHouse()
  const [ada, bob, cleo] = await Promise.all([house.as('ada'), house.as('bob'), house.as('cleo')])
  const { id } = await cleo.startConversation({ handles: ['ada', 'bob'] })
  await bob.blockPerson({ handle: 'ada' })
  return { house, ada, bob, cleo, id }
}

test('what a blocked person wrote in a group stays hidden when they have left it', async () => {
  const { ada, bob, cleo, id } = await groupWithBlock()
  const fromAda = await say(ada, id, 'from Ada')
  await ada.leaveConversation({ id })
  const fromCleo = await say(cleo, id, 'from Cleo')
  expect((await bob.listMessages({ id })).items).toEqual([fromCleo])
  expect((await bob.showConversation({ id })).unreadCount).toBe(1)
  expect((await cleo.listMessages({ id })).items).toEqual([fromCleo, fromAda])
})
