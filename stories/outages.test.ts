import { randomUUID } from 'node:crypto'
import { createServer, request } from 'node:http'
import { createClient } from '@mayfly/contract/client'
import { startBackend } from '@mayfly/local/backend'
import { openLog } from '@mayfly/local/log'
import { openStores } from '@mayfly/storage/stores'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { emailOf, PASSWORD, strangerAt } from './guest.ts'
import { openStoryHouse } from './house.ts'
import { listenAs } from './live-ear.ts'

test('sixty requests that the database keeps waiting are told so, and the next one is answered', async () => {
  const house = await openStoryHouse()
  const stranger = strangerAt(house)
  const operator = new pg.Client({ connectionString: house.databaseUrl })
  await operator.connect()
  await operator.query('begin; lock table posts in access exclusive mode')
  const asked = Array.from({ length: 60 }, () => stranger.exploreFeed({}))
  for (const answer of await Promise.allSettled(asked))
    expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'unavailable' } })
  await operator.end()
  expect((await stranger.exploreFeed({})).items).toEqual([])
})

test('a refresh whose person cannot be read hands over the new cookie all the same', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const before = ada.cookies.header()
  await house.breakDatabase()
  await expect(ada.refreshSession({})).rejects.toMatchObject({ code: 'unavailable' })
  expect(ada.cookies.header()).not.toBe(before)
  await house.mendDatabase()
  expect((await ada.refreshSession({})).me.handle).toBe('ada')
})

test('a user pool that cannot be reached, or fails, is told as such', async () => {
  const house = await openStoryHouse()
  const failing = createServer((_, response) => response.writeHead(500).end())
  await new Promise<void>((listening) => failing.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void failing.close())
  const { port } = failing.address() as { port: number }
  for (const endpoint of ['http://127.0.0.1:1', `http://127.0.0.1:${port}`]) {
    const stores = openStores({ ...house.config, AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: endpoint })
    await expect(stores.identity.signIn(emailOf('ada'), PASSWORD, house.now())).rejects.toMatchObject({
      code: 'unavailable',
      cause: expect.any(Error),
    })
    await stores.close()
  }
})

test('buckets that cannot be reached are told as such, and the photos stay with the draft', async () => {
  const house = await openStoryHouse()
  const stores = openStores({ ...house.config, AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:1' })
  await expect(stores.objects.copyProcessed([{ from: 'staged/a', to: 'photos/a' }])).rejects.toMatchObject({
    code: 'unavailable',
    cause: expect.any(Error),
  })
  await stores.close()
})

test('a DynamoDB that cannot be reached is told in words, and all that does not need it goes on', async () => {
  const house = await openStoryHouse()
  await Promise.all([house.as('ada'), house.as('bob')])
  const config = { ...house.config, AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:1' }
  const stores = openStores(config)
  const backend = await startBackend({ config, stores, now: house.now, log: openLog('silent') })
  onTestFinished(async () => {
    await backend.stop()
    await stores.close()
  })
  const { accessToken } = await strangerAt(house).signIn({ email: emailOf('ada'), password: PASSWORD })
  const ada = createClient({ origin: backend.origin, send: fetch, token: async () => accessToken })
  const id = randomUUID()
  const tries = [
    () => ada.startConversation({ handles: ['bob'] }),
    () => ada.listConversations({}),
    () => ada.countUnread({}),
    () => ada.showConversation({ id }),
    () => ada.listMessages({ id }),
    () => ada.sendMessage({ id, key: randomUUID(), body: 'are you there?' }),
    () => ada.markRead({ id, messageId: id }),
    () => ada.deleteMessage({ id, messageId: id }),
    () => ada.leaveConversation({ id }),
  ]
  const sentence = 'Mayfly cannot reach its messages. Please try again in a moment.'
  for (const attempt of tries)
    await expect(attempt()).rejects.toMatchObject({ code: 'unavailable', message: sentence })

  const written = await ada.createPost({ body: 'goes on' })
  expect((await ada.homeFeed({})).items).toMatchObject([written])
  expect((await ada.searchPeople({ query: 'bob' })).items).toHaveLength(1)
  await ada.blockPerson({ handle: 'bob' })
  const ear = await listenAs(await house.as('ada'), backend.origin)
  const event = { type: 'picture', uploadId: randomUUID() } as const
  const { id: adaId } = await house.as('ada')
  await stores.live.tell([adaId], event)
  await ear.hears(event)
})

test('a DynamoDB that fails, or has too much to do, is told as such', async () => {
  const house = await openStoryHouse()
  const cancelled = {
    __type: 'TransactionCanceledException',
    CancellationReasons: [{ Code: 'ThrottlingError' }],
  }
  const answers = [
    { status: 500, body: '' },
    { status: 503, body: 'no words that a client knows' },
    { status: 400, body: JSON.stringify(cancelled) },
  ]
  for (const { status, body } of answers) {
    const failing = createServer((_, response) => response.writeHead(status).end(body))
    await new Promise<void>((listening) => failing.listen(0, '127.0.0.1', listening))
    onTestFinished(() => void failing.close())
    const { port } = failing.address() as { port: number }
    const stores = openStores({ ...house.config, AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${port}` })
    const leaving = stores.conversations.leave(randomUUID(), randomUUID(), house.now())
    await expect(leaving).rejects.toMatchObject({ code: 'unavailable', cause: expect.any(Error) })
    await stores.close()
  }
})

test('what the database says of a row that it refuses holds nothing of the row', async () => {
  const house = await openStoryHouse()
  await house.as('ada')
  const { id: authorId } = await house.as('ada').then((ada) => ada.showPerson({ handle: 'ada' }))
  const post = {
    id: '01890a5d-ac96-8744-8cce-b302099a8057',
    authorId,
    key: null,
    body: 'nobody else may read this',
    contentWarning: null,
    replyTo: null,
    rootId: null,
    quoteOf: null,
    language: null,
    handles: [],
    tags: [],
    words: [],
    lifetime: '1-hour',
    createdAt: house.now(),
    expiresAt: house.now(),
  }
  const error = await house.stores.posts.insert(post, [], house.now()).catch((reason: Error) => reason)
  expect(error).toMatchObject({ constraint: expect.any(String) })
  expect(JSON.stringify({ ...error, message: (error as Error).message })).not.toContain('nobody else')
})

test('1,000 requests broken off half-way leave the pool whole and the next answer right', async () => {
  const house = await openStoryHouse()
  const ada = await house.as('ada')
  const written = await ada.createPost({ body: 'steady' })
  for (let batch = 0; batch < 20; batch += 1)
    await Promise.all(Array.from({ length: 50 }, (_, index) => breakOff(house.apiOrigin, batch * 50 + index)))
  const answers = await Promise.all(Array.from({ length: 30 }, () => ada.exploreFeed({})))
  for (const { items } of answers) expect(items).toMatchObject([written])
})

/** Sends a request and leaves: some before the body is whole, some while the answer is made. */
function breakOff(apiOrigin: string, number: number): Promise<void> {
  return new Promise((resolve) => {
    const isWrite = number % 2 === 0
    const sent = request(`${apiOrigin}${isWrite ? '/auth/sign-in' : '/feeds/explore'}`, {
      method: isWrite ? 'POST' : 'GET',
      headers: isWrite ? { 'content-type': 'application/json', 'content-length': 100 } : {},
    })
    sent.on('error', () => {})
    sent.on('close', () => resolve())
    if (isWrite) sent.write('{"email":')
    else sent.end()
    setTimeout(() => sent.destroy(), number % 7)
  })
}
