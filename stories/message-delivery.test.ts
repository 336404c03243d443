import { randomUUID } from 'node:crypto'
import { composeMessage, conversationExpiry } from '@mayfly/domain/messages'
import { expect, test } from 'vitest'
import { adaAndBob, arrives, recordOf, say } from './conversation.ts'
import { DAY, HOUR } from './house.ts'

test('a conversation lives on with its last message, also when its delivery comes late or never', async () => {
  const { house, ada, bob, id } = await adaAndBob()
  house.wait(31 * DAY - HOUR)
  const message = await say(ada, id, 'just in time', { lifetime: '30-days' })
  const conversation = await house.stores.conversations.find(id, house.now())
  const ends = [conversation, ...(conversation?.members ?? [])].map((each) => each?.expiresAt ?? 0)
  for (const end of ends) expect(end * 1000).toBeGreaterThan(Date.parse(message.expiresAt))
  house.wait(DAY)
  await house.functions['deliver-message'](recordOf(id, message))
  await arrives(house, bob, message)
})

test('a message that is under way while its reader empties the conversation arrives', async () => {
  const { house, ada, bob, id } = await adaAndBob()
  await say(ada, id, 'before')
  const written = { key: randomUUID(), body: 'under way' }
  const circumstances = { senderId: ada.id, lifetime: '1-day', now: house.now(), random: 1n } as const
  const message = composeMessage(written, circumstances)
  await bob.leaveConversation({ id })
  const sent = await house.stores.messages.append(id, message, house.now())
  await expect.poll(async () => (await bob.listConversations({})).items).toHaveLength(1)
  expect((await bob.listMessages({ id })).items).toEqual([sent])
})

test('a delivery that is half-way while its reader empties the conversation does not bring it back', async () => {
  const { house, ada, bob, id } = await adaAndBob()
  const message = await say(ada, id, 'before')
  await arrives(house, bob, message)
  const before = await house.stores.conversations.find(id, house.now())
  await bob.leaveConversation({ id })
  for (const member of before?.members ?? [])
    await house.stores.conversations.moveUp(id, member, message.id, conversationExpiry(house.now()))
  expect(await bob.listConversations({})).toEqual({ items: [], next: null })
  expect((await ada.listConversations({})).items).toHaveLength(1)
})
