import { expect, test } from 'vitest'
import { say } from './conversation.ts'
import { openStoryHouse } from './house.ts'
import { listenAs } from './live-ear.ts'

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

test('how far somebody has read in a group is told to those alone who may see them', async () => {
  const { house, ada, bob, cleo, id } = await groupWithBlock()
  const [blocked, friend] = [
    await listenAs(ada, house.backendOrigin),
    await listenAs(cleo, house.backendOrigin),
  ]
  const message = await say(cleo, id, 'from Cleo')
  await bob.markRead({ id, messageId: message.id })
  const read = { type: 'read', conversationId: id, messageId: message.id } as const
  await friend.hears({ ...read, personId: bob.id })
  await cleo.markRead({ id, messageId: message.id })
  await blocked.hears({ ...read, personId: cleo.id })
  expect(blocked.heard).not.toContainEqual({ ...read, personId: bob.id })
})
