import type { Message } from '@mayfly/contract/messages'
import { expect, test } from 'vitest'
import { adaAndBob, arrives, recordOf, say, tableOf } from './conversation.ts'
import type { Guest } from './guest.ts'
import { HOUR, openStoryHouse } from './house.ts'
import { listenAs } from './live-ear.ts'

test('a record that is delivered twice, late or out of order changes nothing', async () => {
  const { house, ada, bob, id } = await adaAndBob()
  const first = await say(ada, id, 'one')
  const second = await say(ada, id, 'two')
  await arrives(house, bob, second)
  const before = await bob.listConversations({})
  await house.functions['deliver-message'](recordOf(id, second))
  await house.functions['deliver-message'](recordOf(id, first))
  await house.functions['deliver-message'](recordOf(id, first))
  expect(await bob.listConversations({})).toEqual(before)
  expect(before.items[0]?.unreadCount).toBe(2)
  expect(await bob.countUnread({})).toEqual({ messages: 2 })
})

test('of a message whose time is over nobody hears: not when it is removed, nor when its record comes late', async () => {
  const { house, ada, bob, id } = await adaAndBob()
  const brief = await say(ada, id, 'for an hour', { lifetime: '1-hour' })
  await arrives(house, bob, brief)
  house.wait(HOUR + 2_000)
  const ear = await listenAs(bob, house.backendOrigin)
  expect(await house.messages.sweep()).toBeGreaterThan(0)
  await house.functions['deliver-message'](recordOf(id, brief))
  const lasting = await say(ada, id, 'for a week')
  const news = { type: 'message', conversationId: id, messageId: lasting.id } as const
  await ear.hears(news)
  expect(ear.heard).toEqual([news])
})

test('a delivery that breaks off half-way is made up for', async () => {
  const { house, ada, bob, id } = await adaAndBob()
  const ear = await listenAs(bob, house.backendOrigin)
  await house.query(
    'create or replace function pg_notify(text, text) returns void language sql as $$ select 1/0 $$',
  )
  // Postgres looks into pg_catalog first, so the broken one is put before it.
  await house.query(
    `alter database ${new URL(house.databaseUrl).pathname.slice(1)} set search_path = public, pg_catalog`,
  )
  await house.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`)
  const canRead = () => ada.showPerson({ handle: 'bob' }).then(Boolean, () => false)
  await expect.poll(canRead).toBe(true)
  const message = await say(ada, id, 'are you there?')
  await arrives(house, bob, message)
  expect(ear.heard.filter(({ type }) => type === 'message')).toEqual([])
  const deliverAgain = () => house.functions['deliver-message'](recordOf(id, message))
  await expect(deliverAgain()).rejects.toThrow()

  await house.query('drop function public.pg_notify(text, text)')
  // The stream's own tries may all have been in vain by now.
  await deliverAgain()
  await ear.hears({ type: 'message', conversationId: id, messageId: message.id })
  expect(ear.heard).toContainEqual({ type: 'catch-up' })
})

test('a poison record ends among the dead letters, and the next ones flow', async () => {
  const { house, ada, bob, id } = await adaAndBob()
  const table = tableOf(house)
  await table.put(`CONV#${id}`, 'MSG#poison')
  const message = await say(ada, id, 'after the poison')
  await arrives(house, bob, message)
  await expect.poll(() => house.messages.deadLetters(), { timeout: 20_000 }).toHaveLength(1)
  expect(JSON.stringify(house.messages.deadLetters())).not.toContain('after the poison')
})

test('200 messages from 8 people arrive complete, in order, and are counted exactly', async () => {
  const house = await openStoryHouse()
  const handles = ['ada', 'bob', 'cleo', 'dan', 'eve', 'finn', 'gus', 'hana']
  const people = await Promise.all(handles.map((handle) => house.as(handle)))
  const [ada, ...others] = people as [Guest, ...Guest[]]
  const { id } = await ada.startConversation({ handles: handles.slice(1) })
  const ofEach = await Promise.all(
    people.map(async (guest, index) => {
      const sent: Message[] = []
      for (let count = 0; count < 25; count += 1)
        sent.push(await say(guest, id, `${handles[index]} ${count}`))
      return sent
    }),
  )
  const all = ofEach.flat().sort((one, other) => (one.id < other.id ? -1 : 1))
  const newest = all.at(-1) as Message
  for (const guest of people) {
    await arrives(house, guest, newest)
    expect((await guest.listConversations({})).items[0]?.unreadCount).toBe(175)
    expect(await guest.countUnread({})).toEqual({ messages: 175 })
  }
  const read: Message[] = []
  let cursor: string | undefined
  do {
    const page = await ada.listMessages({ id, limit: 17, ...(cursor ? { cursor } : {}) })
    read.push(...page.items)
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  expect(read.reverse()).toEqual(all)
  for (const sent of ofEach)
    expect(read.filter(({ senderId }) => senderId === sent[0]?.senderId)).toEqual(sent)

  const [bob] = others as [Guest]
  await bob.markRead({ id, messageId: all[99]?.id ?? '' })
  const unread = all.slice(100).filter(({ senderId }) => senderId !== ofEach[1]?.[0]?.senderId).length
  expect((await bob.showConversation({ id })).unreadCount).toBe(unread)
  // Reading never goes back.
  await bob.markRead({ id, messageId: all[3]?.id ?? '' })
  expect((await bob.countUnread({})).messages).toBe(unread)
  await bob.markRead({ id, messageId: newest.id })
  expect(await bob.countUnread({})).toEqual({ messages: 0 })
})
