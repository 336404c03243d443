import { expect, test } from 'vitest'
import { say } from './conversation.ts'
import { strangerAt } from './guest.ts'
import { DAY } from './house.ts'
import { listenAs } from './live-ear.ts'
import { adaBenAndMia, onlyCase, reportedPost } from './moderated.ts'

const SECOND = 1_000
const harassment = { reason: 'harassment' } as const

test('whoever is suspended is signed out, gone from sight, told why at the sign-in, and back when it is over', async () => {
  const { house, ada, ben, mia, post, caseId } = await reportedPost()
  const ear = await listenAs(ada, house.backendOrigin)
  const { id: talk } = await ben.startConversation({ handles: ['ada'] })
  await say(ada, talk, 'and here')
  await mia.decideCase({ id: caseId, kind: 'suspend', days: 3, ...harassment })

  await ear.over
  expect(ear.heard).toContainEqual(expect.objectContaining({ type: 'session-ended' }))
  const token = { authorization: `Bearer ${await ada.token()}` }
  for (const path of ['/feeds/home', '/notifications', '/conversations'])
    expect((await fetch(house.apiOrigin + path, { headers: token })).status).not.toBe(200)
  expect((await fetch(`${house.backendOrigin}/live`, { headers: token })).status).toBe(401)
  await expect(ada.createPost({ body: 'still here?' })).rejects.toMatchObject({ code: 'signed-out' })

  await expect(ben.showPost({ id: post.id })).rejects.toMatchObject({ code: 'not-found' })
  await expect(ben.showPerson({ handle: 'ada' })).rejects.toMatchObject({ code: 'not-found' })
  expect((await ben.searchPeople({ query: 'ada' })).items).toEqual([])
  expect((await ben.listConversations({})).items).toEqual([])
  const refusal = {
    code: 'forbidden',
    message: expect.stringMatching(
      /^This account is suspended until \w+ \d+, \d{4} at \d\d:\d\d UTC\. Reason: threats, hounding or shaming\./,
    ),
  }
  await expect(signInAs('ada', house)).rejects.toMatchObject(refusal)
  await expect(ada.refreshSession({})).rejects.toMatchObject(refusal)

  house.wait(3 * DAY + SECOND)
  await signInAs('ada', house)
  expect(await ben.showPerson({ handle: 'ada' })).toMatchObject({ handle: 'ada' })
})

test('the sweep lets people back in, and a suspension for good can only be undone', async () => {
  const { house, ben, mia, caseId } = await reportedPost()
  await mia.decideCase({ id: caseId, kind: 'suspend', days: 1, ...harassment })
  house.wait(DAY + SECOND)
  await expect(ben.showPerson({ handle: 'ada' })).rejects.toMatchObject({ code: 'not-found' })
  await house.functions['expire-posts']({})
  await ben.showPerson({ handle: 'ada' })

  const forGood = await mia.decideCase({ id: caseId, kind: 'suspend', days: null, ...harassment })
  expect((await mia.showModeratedPerson({ handle: 'ada' })).suspension).toMatchObject({ until: null })
  await expect(signInAs('ada', house)).rejects.toMatchObject({
    message: expect.stringMatching(/^This account is suspended\. Reason:/),
  })
  house.wait(60 * DAY)
  await house.functions['expire-posts']({})
  await expect(ben.showPerson({ handle: 'ada' })).rejects.toMatchObject({ code: 'not-found' })
  await mia.undoAction({ id: forGood.id })
  await signInAs('ada', house)
  await ben.showPerson({ handle: 'ada' })
})

test('the longest of several suspensions holds, until that one is taken back', async () => {
  const { house, ben, mia, caseId } = await reportedPost()
  await ben.reportPerson({ handle: 'ada', ...harassment })
  const other = (await mia.listCases({})).items.find(({ kind }) => kind === 'person')
  const suspend = (id: string, days: 1 | 7 | null) =>
    mia.decideCase({ id, kind: 'suspend', days, ...harassment })
  const until = async () => (await mia.showModeratedPerson({ handle: 'ada' })).suspension?.until

  const week = await suspend(caseId, 7)
  const weekEnd = await until()
  const day = await suspend(other?.id ?? '', 1)
  expect(await until()).toBe(weekEnd)
  const forGood = await suspend(other?.id ?? '', null)
  expect(await until()).toBeNull()

  await mia.undoAction({ id: forGood.id })
  expect(await until()).toBe(weekEnd)
  await mia.undoAction({ id: day.id })
  expect(await until()).toBe(weekEnd)
  house.wait(2 * DAY)
  await expect(signInAs('ada', house)).rejects.toMatchObject({ code: 'forbidden' })
  await mia.undoAction({ id: week.id })
  await signInAs('ada', house)
})

test('what a suspended person wrote can be removed and put back, also after its copy was let go of', async () => {
  const { house, ben, mia, ada } = await adaBenAndMia()
  const post = await ada.createPost({ body: 'nobody likes you', lifetime: '30-days' })
  await ben.reportPost({ id: post.id, ...harassment })
  const { id: caseId } = await onlyCase(mia)
  const suspension = await mia.decideCase({ id: caseId, kind: 'suspend', days: null, ...harassment })
  house.wait(8 * DAY)
  await house.functions['expire-posts']({})
  expect((await mia.showCase({ id: caseId })).content).toMatchObject({
    body: 'nobody likes you',
    isLive: true,
  })

  const removal = await mia.decideCase({ id: caseId, kind: 'remove', ...harassment })
  await mia.undoAction({ id: suspension.id })
  await expect(ben.showPost({ id: post.id })).rejects.toMatchObject({ code: 'not-found' })
  await mia.undoAction({ id: removal.id })
  expect(await ben.showPost({ id: post.id })).toMatchObject({ body: 'nobody likes you' })
})

const signInAs = (handle: string, house: Parameters<typeof strangerAt>[0]) =>
  strangerAt(house).signIn({ email: `${handle}@guests.example`, password: 'correct horse 1' })
