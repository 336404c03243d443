import { randomUUID } from 'node:crypto'
import { createClient } from '@mayfly/contract/client'
import { rates } from '@mayfly/contract/limits'
import { Refusal } from '@mayfly/contract/refusal'
import { startBackend } from '@mayfly/local/backend'
import { openLog } from '@mayfly/local/log'
import { openStores } from '@mayfly/storage/stores'
import { expect, onTestFinished, test } from 'vitest'
import { emailOf, type Guest, PASSWORD, strangerAt } from './guest.ts'
import { DAY, openStoryHouse, realRates, type StoryHouse } from './house.ts'

const MINUTE = 60_000
const [aMinute, aDay] = rates.write.person
const [signInsOfAnAddress] = rates['sign-in'].address
const [signInsOfAnEmail] = rates['sign-in'].email

test('somebody writes 60 times a minute, and is then told kindly when to go on', async () => {
  const house = await openStoryHouse({ rates: realRates })
  const ada = await house.as('ada')
  await write(ada, aMinute.most)
  const refusal = await refusalOf(() => write(ada))
  expect(refusal).toMatchObject({
    code: 'too-many',
    message: expect.stringMatching(
      /^You are writing faster than we can keep up\. Please wait \d+ seconds?\.$/,
    ),
  })
  const seconds = refusal.retryAfterSeconds ?? 0
  expect(seconds).toBeGreaterThan(0)
  expect(seconds).toBeLessThanOrEqual(aMinute.seconds)
  expect(refusal.message).toContain(String(seconds))
  expect((await ada.homeFeed({})).items).toHaveLength(20)

  house.wait(seconds * 1000)
  await write(ada, aMinute.most)
  await expect(write(ada)).rejects.toMatchObject({ code: 'too-many' })
})

test('the limit is a person, whichever browser they use, and nobody else', async () => {
  const house = await openStoryHouse({ rates: realRates })
  const [ada, ben] = [await house.as('ada'), await house.as('ben')]
  const { accessToken } = await strangerAt(house).signIn({ email: emailOf('ada'), password: PASSWORD })
  const elsewhere = createClient({ origin: house.apiOrigin, send: fetch, token: () => accessToken })
  await write(ada, aMinute.most - 1)
  await elsewhere.createPost({ body: 'the last one' })
  await expect(elsewhere.createPost({ body: 'one more' })).rejects.toMatchObject({ code: 'too-many' })
  await expect(write(ada)).rejects.toMatchObject({ code: 'too-many' })
  await write(ben)
})

test('1,000 a day is the most, and what was refused does not count', async () => {
  const house = await openStoryHouse({ rates: realRates })
  const ada = await house.as('ada')
  const asker = { person: ada.id }
  let granted = 0
  while (granted < aDay.most) {
    const full = await house.stores.rates.count('write', asker, house.now())
    if (full) house.wait(full.seconds * 1000)
    else granted += 1
  }
  house.wait(MINUTE)
  const refusal = await refusalOf(() => write(ada))
  expect(refusal.message).toMatch(/Please wait 2\d hours\.$/)
  house.wait(DAY)
  await write(ada)
})

test('reading is not counted, and neither is what a bad request asks for', async () => {
  const house = await openStoryHouse({ rates: realRates })
  const ada = await house.as('ada')
  await house.query('truncate rates')
  await ada.homeFeed({})
  await strangerAt(house).exploreFeed({})
  await expect(ada.createPost({ body: '' })).rejects.toMatchObject({ code: 'invalid' })
  expect((await house.query('select from rates')).rowCount).toBe(0)
})

test('a password can be tried 20 times in ten minutes from one address, whatever a caller says where they are', async () => {
  const house = await openStoryHouse({ rates: realRates })
  const statuses: number[] = []
  for (let number = 0; number <= signInsOfAnAddress.most; number += 1)
    statuses.push((await tryToSignIn(house.apiOrigin, number)).status)
  expect(statuses.slice(0, -1).every((status) => status === 401)).toBe(true)
  expect(statuses.at(-1)).toBe(429)

  house.wait(signInsOfAnAddress.seconds * 1000)
  expect((await tryToSignIn(house.apiOrigin, 0)).status).toBe(401)
})

test('one e-mail address can be tried 10 times, from wherever', async () => {
  const house = await openStoryHouse({ rates: realRates })
  const answers: string[] = []
  for (let number = 0; number <= signInsOfAnEmail.most; number += 1) {
    const headers = { 'x-source-address': `203.0.113.${number}` }
    answers.push(await (await tryToSignIn(house.backendOrigin, 0, headers)).text())
  }
  // Cognito's own lockout may come before, in other words.
  const isOurs = answers.map((answer) => answer.includes('very often with this e-mail address'))
  expect(isOurs.indexOf(true)).toBe(signInsOfAnEmail.most)
})

test('addresses of one IPv6 network count as one', async () => {
  const house = await openStoryHouse({ rates: realRates })
  const from = (address: string, number: number) =>
    tryToSignIn(house.backendOrigin, number, { 'x-source-address': address })
  for (let number = 0; number < signInsOfAnAddress.most; number += 1)
    expect((await from(`2001:db8:1:2::${number}`, number)).status).toBe(401)
  expect((await from('2001:db8:1:2:ffff::', 99)).status).toBe(429)
  expect((await from('2001:db8:1:3::', 99)).status).toBe(401)
})

test('two backends share the count', async () => {
  const house = await openStoryHouse({ rates: realRates })
  const ada = await house.as('ada')
  const another = await anotherBackend(house)
  const elsewhere = createClient({ origin: another.origin, send: fetch, token: ada.token })
  const writes = Array.from({ length: aMinute.most + 10 }, (_, number) =>
    write(number % 2 === 0 ? ada : elsewhere),
  )
  const done = (await Promise.allSettled(writes)).filter(({ status }) => status === 'fulfilled')
  expect(done).toHaveLength(aMinute.most)
})

test('a database that fails locks nobody out: each backend counts by itself', async () => {
  const house = await openStoryHouse({ rates: realRates })
  const asker = { person: randomUUID() }
  const count = () => house.stores.rates.count('write', asker, house.now())
  await house.breakDatabase()
  for (let number = 0; number < aMinute.most; number += 1) expect(await count()).toBeUndefined()
  expect(await count()).toMatchObject({ subject: 'person' })
  await expect(tryToSignIn(house.apiOrigin, 0).then(({ status }) => status)).resolves.toBe(401)
  await house.mendDatabase()
  // Connections that broke are noticed one by one.
  await expect.poll(count).toBeUndefined()
})

test('that the table is missing is a bug, and is not hidden', async () => {
  const house = await openStoryHouse()
  await house.query('drop table rates')
  await expect(house.stores.rates.count('write', { person: randomUUID() }, house.now())).rejects.toThrow(
    /rates/,
  )
})

test('who asked cannot be read from what is kept, and it goes when its window is over', async () => {
  const house = await openStoryHouse({ rates: realRates })
  const ada = await house.as('ada')
  await write(ada)
  const kept = async () => (await house.query('select * from rates')).rows
  expect((await kept()).length).toBeGreaterThan(3)
  const text = JSON.stringify(await kept())
  for (const trace of [ada.id, emailOf('ada'), '127.0.0.1', 'write', 'sign-in'])
    expect(text).not.toContain(trace)
  house.wait(11 * MINUTE)
  await house.functions['expire-posts']({})
  expect(await kept()).toHaveLength(1)
  house.wait(DAY)
  await house.functions['expire-posts']({})
  expect(await kept()).toEqual([])
})

test('a page of the site may read how long to wait', async () => {
  const house = await openStoryHouse({ rates: realRates })
  const headers = { origin: 'http://localhost:3000' }
  for (let number = 0; number < signInsOfAnAddress.most; number += 1)
    await tryToSignIn(house.apiOrigin, number, headers)
  const refused = await tryToSignIn(house.apiOrigin, 99, headers)
  expect(refused.headers.get('retry-after')).toMatch(/^\d+$/)
  expect(refused.headers.get('access-control-expose-headers')).toContain('Retry-After')
  expect(refused.headers.get('access-control-allow-origin')).toBe(headers.origin)
})

async function write(guest: Pick<Guest, 'createPost'>, times = 1) {
  for (let count = 0; count < times; count += 1) await guest.createPost({ body: 'a thought' })
}

async function refusalOf(work: () => Promise<unknown>): Promise<Refusal> {
  const reason = await work().catch((error: unknown) => error)
  if (!(reason instanceof Refusal)) throw new Error('Nothing was refused.')
  return reason
}

/** With a wrong password, each number for another account, and with what a caller might make up. */
const tryToSignIn = (origin: string, number: number, headers: Record<string, string> = {}) =>
  fetch(`${origin}/auth/sign-in`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': `198.51.100.${number}`,
      'x-source-address': `198.51.100.${number}`,
      forwarded: `for=198.51.100.${number}`,
      ...headers,
    },
    body: JSON.stringify({ email: emailOf(`nobody_${number}`), password: PASSWORD }),
  })

async function anotherBackend({ config, now }: StoryHouse) {
  const stores = openStores(config)
  const backend = await startBackend({ config, stores, now, log: openLog('silent') })
  onTestFinished(async () => {
    await backend.stop()
    await stores.close()
  })
  return backend
}
