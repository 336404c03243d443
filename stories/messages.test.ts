import { randomUUID } from 'node:crypto'
import { composeMessage } from '@mayfly/domain/messages'
import { expect, test } from 'vitest'
import { adaAndBob, arrives, recordOf, say, tableOf } from './conversation.ts'
import { DAY, HOUR, openStoryHouse } from './house.ts'
import { listenAs } from './live-ear.ts'

test('two people have one conversation, whoever starts it and however often', async () => {
  const { house, ada, bob, id } = await adaAndBob()
  const started = await Promise.all([
    ada.startConversation({ handles: ['bob'] }),
    bob.startConversation({ handles: ['ada', 'ADA', 'bob'] }),
    bob.startConversation({ handles: ['ada'] }),
  ])
  expect(started.map((conversation) => conversation.id)).toEqual([id, id, id])
  expect(started[0]).toMatchObject({ isGroup: false, lifetime: '7-days', lastMessage: null, unreadCount: 0 })
  // Nobody's inbox knows of it before something is said.
  expect(await bob.listConversations({})).toEqual({ items: [], next: null })

  const hello = await say(ada, id, 'Hello Bob')
  await arrives(house, bob, hello)
  await arrives(house, ada, hello)
  const [seen] = (await bob.listConversations({})).items
  expect(seen).toMatchObject({ id, lastMessage: hello, unreadCount: 1 })
  expect(seen?.members.map(({ handle }) => handle).sort()).toEqual(['ada', 'bob'])
  expect((await ada.listConversations({})).items[0]?.unreadCount).toBe(0)
})

test('nobody writes to themselves, to nobody, or to too many', async () => {
  const { ada } = await adaAndBob()
  await expect(ada.startConversation({ handles: ['ada'] })).rejects.toMatchObject({ code: 'invalid' })
  await expect(ada.startConversation({ handles: [] })).rejects.toMatchObject({ code: 'invalid' })
  await expect(ada.startConversation({ handles: ['nobody_here'] })).rejects.toMatchObject({
    code: 'not-found',
    message: 'There is nobody here by the name @nobody_here.',
  })
  const many = Array.from({ length: 8 }, (_, index) => `person${index}`)
  await expect(ada.startConversation({ handles: many })).rejects.toMatchObject({
    message: 'A conversation has at most 8 people.',
  })
})

test('the same send twice with one key is one message, also at the same moment', async () => {
  const { ada, bob, id } = await adaAndBob()
  const sent = { id, key: randomUUID(), body: 'once' }
  const [first, second, third] = await Promise.all([
    ada.sendMessage(sent),
    ada.sendMessage(sent),
    ada.sendMessage({ ...sent, key: sent.key.toUpperCase() }),
  ])
  expect(second).toEqual(first)
  expect(third).toEqual(first)
  expect((await bob.listMessages({ id })).items).toEqual([first])
  // A key is its sender's own.
  await bob.sendMessage({ ...sent, body: 'mine' })
  expect((await bob.listMessages({ id })).items).toHaveLength(2)

  await ada.deleteMessage({ id, messageId: first?.id ?? '' })
  await expect(ada.sendMessage(sent)).rejects.toMatchObject({ code: 'gone' })
})

test('a message that is not as it must be is refused in words', async () => {
  const { ada, id } = await adaAndBob()
  await expect(say(ada, id, '   ')).rejects.toMatchObject({ message: "A message can't be empty." })
  await expect(say(ada, id, '👩‍👩‍👧‍👦'.repeat(1_001))).rejects.toMatchObject({ code: 'invalid' })
  await expect(ada.sendMessage({ id, key: 'mine', body: 'hello' })).rejects.toMatchObject({
    fields: { key: expect.stringContaining('UUID') },
  })
  const families = await say(ada, id, '👩‍👩‍👧‍👦'.repeat(1_000))
  expect((await ada.listMessages({ id })).items[0]?.body).toBe(families.body)
})

test('an outsider gets the same 404 for reading, sending and marking, as for what never was', async () => {
  const { house, ada, id } = await adaAndBob()
  const eve = await house.as('eve')
  const message = await say(ada, id, 'between us')
  const notFound = { code: 'not-found', message: 'There is no such conversation of yours.' }
  for (const conversationId of [id, randomUUID()]) {
    const tries = [
      () => eve.showConversation({ id: conversationId }),
      () => eve.listMessages({ id: conversationId }),
      () => say(eve, conversationId, 'hello?'),
      () => eve.markRead({ id: conversationId, messageId: message.id }),
      () => eve.deleteMessage({ id: conversationId, messageId: message.id }),
      () => eve.setConversationLifetime({ id: conversationId, lifetime: '1-hour' }),
    ]
    for (const attempt of tries) await expect(attempt()).rejects.toMatchObject(notFound)
  }
  await eve.leaveConversation({ id })
  expect((await ada.listMessages({ id })).items).toEqual([message])
  expect(await eve.listConversations({})).toEqual({ items: [], next: null })
})

test('a message past its time is in no answer, and then in no table', async () => {
  const { house, ada, bob, id } = await adaAndBob()
  const lasting = await say(ada, id, 'for a day', { lifetime: '1-day' })
  const brief = await say(ada, id, 'for an hour', { lifetime: '1-hour' })
  await arrives(house, bob, brief)
  expect((await bob.countUnread({})).messages).toBe(2)
  house.wait(HOUR)
  expect((await bob.listMessages({ id })).items).toEqual([lasting])
  expect((await bob.listConversations({})).items[0]).toMatchObject({ lastMessage: lasting, unreadCount: 1 })
  expect(await bob.countUnread({})).toEqual({ messages: 1 })

  const table = tableOf(house)
  expect((await table.keys()).filter((key) => key.includes('MSG#'))).toHaveLength(2)
  house.wait(1_000)
  await house.messages.sweep()
  const kept = await table.keys()
  expect(kept.filter((key) => key.includes('MSG#'))).toEqual([`CONV#${id} MSG#${lasting.id}`])
  expect(kept.filter((key) => key.includes('SENT#'))).toHaveLength(1)

  house.wait(DAY)
  expect((await bob.listConversations({})).items[0]).toMatchObject({ lastMessage: null, unreadCount: 0 })
  // A month later the conversation itself has faded, and everything of it goes.
  house.wait(31 * DAY)
  expect(await bob.listConversations({})).toEqual({ items: [], next: null })
  await expect(bob.showConversation({ id })).rejects.toMatchObject({ code: 'not-found' })
  await house.messages.sweep()
  expect(await table.keys()).toEqual([])
  expect((await bob.startConversation({ handles: ['ada'] })).id).toBe(id)
})

test('messages live as long as their conversation says, or as their sender says', async () => {
  const { ada, bob, id } = await adaAndBob()
  expect((await say(ada, id, 'a week')).lifetime).toBe('7-days')
  expect(await bob.setConversationLifetime({ id, lifetime: '3-hours' })).toMatchObject({
    lifetime: '3-hours',
  })
  const brief = await say(ada, id, 'three hours')
  expect(brief.lifetime).toBe('3-hours')
  expect(Date.parse(brief.expiresAt) - Date.parse(brief.createdAt)).toBeLessThanOrEqual(3 * HOUR)
  expect((await say(ada, id, 'a month', { lifetime: '30-days' })).lifetime).toBe('30-days')
})

test('a message can be deleted by its sender alone, and is gone for everybody', async () => {
  const { house, ada, bob, id } = await adaAndBob()
  const message = await say(ada, id, 'oops')
  await arrives(house, bob, message)
  await expect(bob.deleteMessage({ id, messageId: message.id })).rejects.toMatchObject({ code: 'forbidden' })
  const ear = await listenAs(bob, house.backendOrigin)
  await ada.deleteMessage({ id, messageId: message.id })
  await ada.deleteMessage({ id, messageId: message.id })
  await ear.hears({ type: 'message-gone', conversationId: id, messageId: message.id })
  expect((await bob.listMessages({ id })).items).toEqual([])
  expect((await bob.listConversations({})).items[0]).toMatchObject({ lastMessage: null, unreadCount: 0 })
})

test('whoever leaves a group reads nothing more of it, and the others go on', async () => {
  const house = await openStoryHouse()
  const [ada, bob, cleo] = await Promise.all([house.as('ada'), house.as('bob'), house.as('cleo')])
  const { id } = await ada.startConversation({ handles: ['bob', 'cleo'] })
  await arrives(house, cleo, await say(ada, id, 'all three'))
  await cleo.leaveConversation({ id })
  const later = await say(bob, id, 'we two')
  await arrives(house, ada, later)
  await expect(cleo.listMessages({ id })).rejects.toMatchObject({ code: 'not-found' })
  expect(await cleo.listConversations({})).toEqual({ items: [], next: null })
  // Nor is stored what she had under way when she left.
  const sent = { key: randomUUID(), body: 'too late' }
  const surroundings = { senderId: cleo.id, lifetime: '1-day', now: house.now(), random: 1n } as const
  const late = composeMessage(sent, surroundings)
  expect(await house.stores.messages.append(id, late, house.now())).toBe('no-member')
  expect((await ada.listMessages({ id })).items).toHaveLength(2)
  expect((await ada.showConversation({ id })).members.map(({ handle }) => handle).sort()).toEqual([
    'ada',
    'bob',
  ])
})

test('a conversation of two is emptied for one alone, and comes back with the next message', async () => {
  const { house, ada, bob, id } = await adaAndBob()
  const before = await say(ada, id, 'before')
  await arrives(house, bob, before)
  await bob.leaveConversation({ id })
  expect(await bob.listConversations({})).toEqual({ items: [], next: null })
  expect((await ada.listMessages({ id })).items).toEqual([before])
  await house.functions['deliver-message'](recordOf(id, before))
  expect(await bob.listConversations({})).toEqual({ items: [], next: null })

  const after = await say(ada, id, 'after')
  await arrives(house, bob, after)
  expect((await bob.listMessages({ id })).items).toEqual([after])
  expect((await bob.listConversations({})).items[0]?.unreadCount).toBe(1)
})

test('a block ends a conversation of two for both, and hides one from the other in a group', async () => {
  const { house, ada, bob, id } = await adaAndBob()
  const cleo = await house.as('cleo')
  await arrives(house, bob, await say(ada, id, 'hello'))
  const group = await cleo.startConversation({ handles: ['ada', 'bob'] })
  const fromAda = await say(ada, group.id, 'from Ada')
  await arrives(house, bob, fromAda)
  await bob.blockPerson({ handle: 'ada' })
  await bob.blockPerson({ handle: 'ada' })
  for (const guest of [ada, bob]) {
    await expect(say(guest, id, 'still there?')).rejects.toMatchObject({ code: 'not-found' })
    await expect(guest.listMessages({ id })).rejects.toMatchObject({ code: 'not-found' })
    const handles = guest === ada ? ['bob'] : ['ada']
    await expect(guest.startConversation({ handles })).rejects.toMatchObject({ code: 'not-found' })
    expect((await guest.listConversations({})).items.map((conversation) => conversation.id)).toEqual([
      group.id,
    ])
  }
  expect((await bob.listMessages({ id: group.id })).items).toEqual([])
  expect((await bob.listConversations({})).items[0]).toMatchObject({ lastMessage: null, unreadCount: 0 })
  expect((await cleo.listMessages({ id: group.id })).items).toEqual([fromAda])
  expect((await bob.searchPeople({ query: 'ada' })).items).toEqual([])
  expect((await bob.listBlocked({})).items.map(({ handle }) => handle)).toEqual(['ada'])

  await bob.unblockPerson({ handle: 'ada' })
  expect((await bob.listConversations({})).items).toHaveLength(2)
  await say(ada, id, 'there again')
})

test('people are found by the beginning of their handle or name, and by what is spelled much like it', async () => {
  const house = await openStoryHouse()
  await Promise.all(['adalove', 'adam', 'bobby', 'grace'].map((handle) => house.as(handle)))
  const bob = await house.as('bobby')
  const find = async (query: string) => (await bob.searchPeople({ query })).items.map(({ handle }) => handle)
  expect((await find('ada')).sort()).toEqual(['adalove', 'adam'])
  expect((await find('@adam'))[0]).toBe('adam')
  expect(await find('GRACE')).toEqual(['grace'])
  expect(await find('gracce')).toEqual(['grace'])
  expect(await find('%')).toEqual([])
  expect(await find('zzzz')).toEqual([])
  await expect(bob.searchPeople({ query: ' ' })).rejects.toMatchObject({ code: 'invalid' })
})
