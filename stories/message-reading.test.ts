import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { adaAndBob, say } from './conversation.ts'
import { HOUR } from './house.ts'

test('a page that goes on before what was emptied meanwhile has nothing more', async () => {
  const { ada, bob, id } = await adaAndBob()
  for (const body of ['one', 'two', 'three']) await say(ada, id, body)
  const first = await bob.listMessages({ id, limit: 1 })
  await bob.leaveConversation({ id })
  expect(await bob.listMessages({ id, cursor: first.next ?? '' })).toEqual({ items: [], next: null })
  expect(await bob.listMessages({ id, cursor: randomUUID() })).toEqual({ items: [], next: null })
})

test('a message that lasts is the last one, however many brief ones came and went after it', async () => {
  const { house, ada, bob, id } = await adaAndBob()
  const lasting = await say(ada, id, 'for a month', { lifetime: '30-days' })
  for (let count = 0; count < 45; count += 1)
    await say(ada, id, `for an hour ${count}`, { lifetime: '1-hour' })
  house.wait(HOUR)
  expect(await bob.showConversation({ id })).toMatchObject({ lastMessage: lasting, unreadCount: 1 })
  expect((await bob.listMessages({ id })).items).toEqual([lasting])
})
