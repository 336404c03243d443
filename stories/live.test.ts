import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { openLiveHub } from '@mayfly/api/live-hub'
import { LIVE_PATH } from '@mayfly/contract/live'
import { startBackend } from '@mayfly/local/backend'
import { openLog } from '@mayfly/local/log'
import { expect, onTestFinished, test, vi } from 'vitest'
import { HOUR, openStoryHouse, type StoryHouse } from './house.ts'
import { listenAs } from './live-ear.ts'

const picture = () => ({ type: 'picture', uploadId: randomUUID() }) as const

test('what happens is told to whom it concerns, on each of their devices, and to nobody else', async () => {
  const house = await openStoryHouse()
  const [ada, bob] = await Promise.all([house.as('ada'), house.as('bob')])
  const phone = await listenAs(ada, house.backendOrigin)
  const desk = await listenAs(ada, house.backendOrigin)
  const other = await listenAs(bob, house.backendOrigin)
  const [forAda, forBoth] = [picture(), picture()]
  await house.stores.live.tell([ada.id], forAda)
  await house.stores.live.tell([ada.id, bob.id], forBoth)
  await Promise.all([phone.hears(forBoth), desk.hears(forBoth), other.hears(forBoth)])
  expect(phone.heard).toEqual([forAda, forBoth])
  expect(desk.heard).toEqual([forAda, forBoth])
  expect(other.heard).toEqual([forBoth])
})

test('nobody listens without a good token, and nothing of it is kept anywhere', async () => {
  const house = await openStoryHouse()
  const none = await fetch(house.backendOrigin + LIVE_PATH)
  expect(none.status).toBe(401)
  const headers = { authorization: 'Bearer made.up.token' }
  expect((await fetch(house.backendOrigin + LIVE_PATH, { headers })).status).toBe(401)
  const ada = await house.as('ada')
  const open = await fetch(house.backendOrigin + LIVE_PATH, {
    headers: { authorization: `Bearer ${await ada.token()}` },
  })
  expect(open.headers.get('cache-control')).toBe('no-store')
  await open.body?.cancel()
  // The gateway does not stream, and has no such route.
  expect((await fetch(house.apiOrigin + LIVE_PATH)).status).toBe(404)
})

test('a stream begins at once, and ends with its token', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const ear = await listenAs(ada, house.backendOrigin)
  house.wait(HOUR)
  // Heartbeats are 15 s apart; the first one after the token's end is the end.
  await ear.over
  expect(ear.heard).toEqual([])
})

test('a stream beats every 15 seconds while nothing happens', async () => {
  const house = await openStoryHouse()
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const hub = openLiveHub(house.stores.live, house.now)
  const heard = new Response(hub.open(somebody(house))).text()
  vi.advanceTimersByTime(3 * 15_000)
  await hub.close()
  // The first one says that the stream is there.
  expect((await heard).match(/^: beat$/gm)).toHaveLength(1 + 3)
})

test('a reader who is too slow is told to catch up and let go, and the others hear on', async () => {
  const house = await openStoryHouse()
  const [ada, bob] = await Promise.all([house.as('ada'), house.as('bob')])
  const hub = openLiveHub(house.stores.live, house.now)
  const end = new Date(house.now().getTime() + HOUR)
  const slow = hub.open({ id: ada.id, sessionId: randomUUID(), endsAt: end })
  const quick = await listenAs(bob, house.backendOrigin)
  for (let round = 0; round < 30; round += 1) {
    await Promise.all(Array.from({ length: 20 }, () => house.stores.live.tell([ada.id], picture())))
  }
  const last = picture()
  await house.stores.live.tell([ada.id, bob.id], last)
  await quick.hears(last)
  const heard = await new Response(slow).text()
  expect(heard.endsWith('data: {"type":"catch-up"}\n\n')).toBe(true)
  expect(heard.length).toBeLessThan(40_000)
  await hub.close()
})

test('a person has 20 streams at the most: the oldest gives way', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const first = await listenAs(ada, house.backendOrigin)
  const others = []
  for (let count = 0; count < 20; count += 1) others.push(await listenAs(ada, house.backendOrigin))
  await first.over
  const event = picture()
  await house.stores.live.tell([ada.id], event)
  for (const ear of others) await ear.hears(event)
})

test('whoever asks for the head alone opens no stream', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const ear = await listenAs(ada, house.backendOrigin)
  const headers = { authorization: `Bearer ${await ada.token()}` }
  for (let count = 0; count < 20; count += 1)
    await fetch(house.backendOrigin + LIVE_PATH, { method: 'HEAD', headers })
  const event = picture()
  await house.stores.live.tell([ada.id], event)
  await ear.hears(event)
})

test('whoever breaks off is forgotten, and the backend goes on', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const token = await ada.token()
  for (let count = 0; count < 50; count += 1) {
    const socket = connect(Number(new URL(house.backendOrigin).port), '127.0.0.1')
    await once(socket, 'connect')
    socket.write(`GET ${LIVE_PATH} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${token}\r\n\r\n`)
    await once(socket, 'data')
    socket.resetAndDestroy()
  }
  const ear = await listenAs(ada, house.backendOrigin)
  const event = picture()
  await house.stores.live.tell([ada.id], event)
  await ear.hears(event)
})

test('an announcement that is none is passed over, and the next one is heard', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const ear = await listenAs(ada, house.backendOrigin)
  for (const payload of [
    '',
    'null',
    '{"event":{"type":"catch-up"}}',
    '{"to":["all"],"event":{"type":"new"}}',
  ])
    await house.query(`select pg_notify('live', '${payload}')`)
  const event = picture()
  await house.stores.live.tell([ada.id], event)
  await ear.hears(event)
  expect(ear.heard).toEqual([event])
})

test('whoever comes before the backend listens is told to catch up when it does', async () => {
  const house = await openStoryHouse()
  const hub = openLiveHub(house.stores.live, house.now)
  const early = hub.open(somebody(house)).getReader()
  const decoder = new TextDecoder()
  let heard = ''
  while (!heard.includes('catch-up')) heard += decoder.decode((await early.read()).value)
  await hub.close()
})

test('whoever listens when the backend stops is let go at once, and so is who comes then', async () => {
  const house = await openStoryHouse()
  const hub = openLiveHub(house.stores.live, house.now)
  const early = new Response(hub.open(somebody(house))).text()
  await hub.close()
  expect(await early).toContain(': beat\n\n')
  const late = hub.open(somebody(house))
  expect(await new Response(late).text()).toBe(': beat\n\n')
})

test('a reader who reads no more does not keep the backend from stopping', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const { config, stores, now } = house
  const backend = await startBackend({ config, stores, now, log: openLog('silent') })
  const socket = connect(Number(new URL(backend.origin).port), '127.0.0.1')
  await once(socket, 'connect')
  socket.on('error', () => {})
  const token = await ada.token()
  socket.write(`GET ${LIVE_PATH} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${token}\r\n\r\n`)
  await once(socket, 'data')
  socket.pause()
  // More than the machine keeps for a reader by itself, and no more at once than the hub does.
  const event = `json_build_object('type', 'picture', 'uploadId', gen_random_uuid())`
  const announcement = `json_build_object('to', json_build_array('${ada.id}'), 'event', ${event})::text`
  for (let round = 0; round < 300; round += 1)
    await house.query(`select pg_notify('live', ${announcement}) from generate_series(1, 200)`)
  await backend.stop()
  socket.destroy()
})

const somebody = ({ now }: StoryHouse) => ({
  id: randomUUID(),
  sessionId: randomUUID(),
  endsAt: new Date(now().getTime() + HOUR),
})
