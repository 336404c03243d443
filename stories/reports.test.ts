import { randomUUID } from 'node:crypto'
import { createClient } from '@mayfly/contract/client'
import { limits } from '@mayfly/contract/limits'
import { openStores } from '@mayfly/storage/stores'
import { expect, onTestFinished, test } from 'vitest'
import { adaAndBob, say } from './conversation.ts'
import { DAY, HOUR, openStoryHouse, realRates } from './house.ts'
import { adaBenAndMia, heldKeys, onlyCase } from './moderated.ts'
import { upload } from './uploads.ts'

const spam = { reason: 'spam' } as const

test('a post is reported with a reason and own words, and whoever did sees what becomes of it', async () => {
  const { ada, ben, mia } = await adaBenAndMia()
  const { id } = await ada.createPost({ body: 'buy my watches', contentWarning: 'Watches' })
  const report = await ben.reportPost({ id, ...spam, words: 'the third one today' })
  expect(report).toMatchObject({
    kind: 'post',
    reason: 'spam',
    person: { handle: 'ada' },
    outcome: 'waiting',
    closedAt: null,
  })
  expect((await ben.listReports({})).items).toEqual([report])

  const waiting = await onlyCase(mia)
  expect(waiting).toMatchObject({
    kind: 'post',
    state: 'open',
    reasons: ['spam'],
    reportCount: 1,
    person: { handle: 'ada' },
    content: { id, body: 'buy my watches', contentWarning: 'Watches', isLive: true },
  })
  const file = await mia.showCase({ id: waiting.id })
  expect(file.reports).toMatchObject([{ reason: 'spam', words: 'the third one today' }])
  expect(JSON.stringify(file)).not.toContain('ben')

  await mia.decideCase({ id: waiting.id, kind: 'dismiss', ...spam })
  expect((await ben.listReports({})).items).toMatchObject([
    { id: report.id, outcome: 'kept', closedAt: expect.any(String) },
  ])
  expect((await mia.listCases({})).items).toEqual([])
})

test('reporting twice is once, also when the first report was decided; many reports are one case', async () => {
  const { house, ada, ben, mia } = await adaBenAndMia()
  const cleo = await house.as('cleo')
  const { id } = await ada.createPost({ body: 'hm' })
  const first = await ben.reportPost({ id, ...spam })
  expect(await ben.reportPost({ id, reason: 'violence', words: 'and another thing' })).toEqual(first)
  await cleo.reportPost({ id, reason: 'hate' })
  expect(await onlyCase(mia)).toMatchObject({ reportCount: 2, reasons: ['hate', 'spam'] })

  await mia.decideCase({ id: (await onlyCase(mia)).id, kind: 'dismiss', ...spam })
  expect(await ben.reportPost({ id, ...spam })).toMatchObject({ id: first.id, outcome: 'kept' })
  expect((await mia.listCases({})).items).toEqual([])
})

test('ten who report at once are ten reports of one case, and no copy is left over', async () => {
  const { house, ada, mia } = await adaBenAndMia()
  const picture = await upload(ada)
  const { id } = await ada.createPost({ body: '', photos: [{ id: picture.id }] })
  const crowd = await Promise.all(Array.from({ length: 10 }, (_, number) => house.as(`guest_${number}`)))
  await Promise.all(crowd.map((guest) => guest.reportPost({ id, ...spam })))
  expect(await onlyCase(mia)).toMatchObject({ reportCount: 10, content: { photoCount: 1 } })
  house.wait(6 * 60_000)
  await house.functions['expire-posts']({})
  expect(await heldKeys(house)).toHaveLength(3)
})

test('a person is reported, and so is one message; moderators see no other word of the conversation', async () => {
  const { house, ada, bob, id } = await adaAndBob()
  const mia = await house.asModerator('mia')
  await say(ada, id, 'our secret')
  const message = await say(ada, id, 'you will regret this')
  await say(bob, id, 'please stop')
  await bob.reportMessage({ id, messageId: message.id, reason: 'harassment' })
  const waiting = await onlyCase(mia)
  expect(waiting).toMatchObject({
    kind: 'message',
    person: { handle: 'ada' },
    content: { id: message.id, body: 'you will regret this', isLive: true },
  })
  expect(JSON.stringify(await mia.showCase({ id: waiting.id }))).not.toMatch(/secret|please stop/)
  await expect(mia.listMessages({ id })).rejects.toMatchObject({ code: 'not-found' })
  await mia.decideCase({ id: waiting.id, kind: 'dismiss', reason: 'harassment' })

  await bob.reportPerson({ handle: 'ada', reason: 'harassment', words: 'she will not stop' })
  expect(await onlyCase(mia)).toMatchObject({ kind: 'person', person: { handle: 'ada' }, content: null })
})

test('nobody reports themselves, what they cannot see, or without a reason', async () => {
  const { house, ada, ben } = await adaBenAndMia()
  const { id } = await ada.createPost({ body: 'mine' })
  await expect(ada.reportPost({ id, ...spam })).rejects.toMatchObject({ code: 'invalid' })
  await expect(ada.reportPerson({ handle: 'ada', ...spam })).rejects.toMatchObject({ code: 'invalid' })
  await expect(ben.reportPost({ id, reason: 'dislike' as never })).rejects.toMatchObject({
    code: 'invalid',
    fields: { reason: 'Please choose a reason.' },
  })
  const tooMuch = 'a'.repeat(limits.reportWordsGraphemes + 1)
  await expect(ben.reportPost({ id, ...spam, words: tooMuch })).rejects.toMatchObject({
    fields: { words: expect.stringContaining('at most 500') },
  })
  await ada.blockPerson({ handle: 'ben' })
  await expect(ben.reportPost({ id, ...spam })).rejects.toMatchObject({ code: 'not-found' })
  await expect(ben.reportPerson({ handle: 'ada', ...spam })).rejects.toMatchObject({ code: 'not-found' })
  const cleo = await house.as('cleo')
  const { id: talk } = await ada.startConversation({ handles: ['cleo'] })
  const { id: messageId } = await say(ada, talk, 'between us')
  await expect(ben.reportMessage({ id: talk, messageId, ...spam })).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(cleo.reportMessage({ id: talk, messageId: randomUUID(), ...spam })).rejects.toMatchObject({
    code: 'not-found',
  })
  house.wait(8 * DAY)
  await expect(ben.reportPost({ id, ...spam })).rejects.toMatchObject({ code: 'gone' })
})

test('a stranger reports nothing, and 20 reports an hour are enough', async () => {
  const house = await openStoryHouse({ rates: realRates })
  const [ada, ben] = [await house.as('ada'), await house.as('ben')]
  const stranger = createClient({ origin: house.apiOrigin, send: fetch })
  const { id } = await ada.createPost({ body: 'hm' })
  await expect(stranger.reportPost({ id, ...spam })).rejects.toMatchObject({ code: 'signed-out' })
  for (let count = 0; count < 20; count += 1) await ben.reportPost({ id, ...spam })
  await expect(ben.reportPost({ id, ...spam })).rejects.toMatchObject({ code: 'too-many' })
  house.wait(HOUR)
  await ben.reportPost({ id, ...spam })
})

test('when the photos cannot be copied, the report is refused, and nothing of it stays', async () => {
  const { house, ada, ben, mia } = await adaBenAndMia()
  const picture = await upload(ada)
  const post = await ada.createPost({ body: '', photos: [{ id: picture.id }] })
  const stores = openStores({ ...house.config, AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:1' })
  onTestFinished(() => stores.close())
  const folder = randomUUID()
  const photos = [{ id: picture.id, copies: [{ from: 'photos/a', to: `held/${folder}/a` }] }]
  const insert = stores.reports.insert(
    {
      id: randomUUID(),
      caseId: randomUUID(),
      caseEndsAt: new Date(house.now().getTime() + DAY),
      reporterId: ben.id,
      reason: 'spam',
      words: '',
      urgency: 1,
    },
    {
      kind: 'post',
      id: post.id,
      conversationId: null,
      personId: ada.id,
      held: {},
      copies: { kind: 'held', folder, ownerId: ada.id, photos },
    },
    house.now(),
  )
  await expect(insert).rejects.toMatchObject({ code: 'unavailable' })
  expect((await mia.listCases({})).items).toEqual([])
  const doomed = `select due_at is not null as "isDue" from doomed_pictures where kind = 'held'`
  expect((await house.query(doomed)).rows).toEqual([{ isDue: true }])
  house.wait(6 * 60_000)
  await house.functions['expire-posts']({})
  expect((await house.query(doomed)).rows).toEqual([])
})
