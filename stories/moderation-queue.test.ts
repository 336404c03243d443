import { expect, test } from 'vitest'
import type { Guest } from './guest.ts'
import { DAY } from './house.ts'
import { adaBenAndMia, reportedPost } from './moderated.ts'

const harassment = { reason: 'harassment' } as const

test('the queue begins with what is escalated, then what is urgent, then what many report; page by page', async () => {
  const { house, ada, ben, mia } = await adaBenAndMia()
  const cleo = await house.as('cleo')
  const reported = async (body: string, reason: 'spam' | 'child' | 'hate', guests: Guest[]) => {
    const { id } = await ada.createPost({ body })
    for (const guest of guests) await guest.reportPost({ id, reason })
  }
  await reported('spam once', 'spam', [ben])
  await reported('hate once', 'hate', [ben])
  await reported('hate twice', 'hate', [ben, cleo])
  await reported('a child', 'child', [cleo])
  await reported('spam to be escalated', 'spam', [cleo])
  const bodies: (string | undefined)[] = []
  const escalated = (await mia.listCases({})).items.find(({ content }) => content?.body.includes('escalated'))
  await mia.decideCase({ id: escalated?.id ?? '', kind: 'escalate', reason: 'other' })
  let cursor: string | null | undefined
  do {
    const page = await mia.listCases({ limit: 2, ...(cursor && { cursor }) })
    bodies.push(...page.items.map(({ content }) => content?.body))
    cursor = page.next
  } while (cursor)
  expect(bodies).toEqual(['spam to be escalated', 'a child', 'hate twice', 'hate once', 'spam once'])
})

test('the log says who did what to whom and why, never what was said, and is kept for a year', async () => {
  const { house, ada, mia, caseId } = await reportedPost()
  const removal = await mia.decideCase({ id: caseId, kind: 'remove', ...harassment })
  await mia.decideCase({ id: caseId, kind: 'suspend', days: 7, reason: 'violence' })
  await mia.undoAction({ id: removal.id })
  const { items } = await mia.listActions({})
  const line = { caseId, about: 'post', moderator: { handle: 'mia' }, person: { handle: 'ada' } }
  expect(items).toMatchObject([
    { ...line, kind: 'undo', reason: 'harassment', undoes: removal.id },
    { ...line, kind: 'suspend', reason: 'violence', days: 7, undoneAt: null },
    { ...line, kind: 'remove', reason: 'harassment', days: null, undoneAt: expect.any(String) },
  ])
  expect((await mia.showModeratedPerson({ handle: 'ada' })).actions).toEqual(items)
  const { rows } = await house.query('select * from moderation_actions')
  expect(JSON.stringify(rows)).not.toMatch(/nobody likes|again/)
  await expect(house.query(`update moderation_actions set reason = 'other'`)).rejects.toThrow(/never changed/)

  house.wait(364 * DAY)
  await house.functions['expire-posts']({})
  expect((await mia.listActions({})).items).toHaveLength(3)
  house.wait(2 * DAY)
  await house.functions['expire-posts']({})
  expect((await mia.listActions({})).items).toEqual([])
  expect(ada.id).toBe(items[0]?.person?.id)
})

test('one thing is decided once, taken back once, and by nobody whom it is about', async () => {
  const { house, ben, mia, caseId, ada, post } = await reportedPost()
  await ben.reportPerson({ handle: 'mia', ...harassment })
  const own = (await mia.listCases({})).items.find(({ kind }) => kind === 'person')
  await expect(mia.decideCase({ id: own?.id ?? '', kind: 'dismiss', ...harassment })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expect(
    mia.decideCase({ id: caseId, kind: 'suspend', days: 2 as never, ...harassment }),
  ).rejects.toMatchObject({ code: 'invalid' })

  const decisions = await Promise.allSettled(
    Array.from({ length: 5 }, () => mia.decideCase({ id: caseId, kind: 'dismiss', ...harassment })),
  )
  expect(decisions.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await expect(mia.decideCase({ id: caseId, kind: 'remove', ...harassment })).rejects.toMatchObject({
    code: 'conflict',
  })
  const id = (await mia.listActions({})).items[0]?.id ?? ''
  const undoings = await Promise.allSettled(Array.from({ length: 5 }, () => mia.undoAction({ id })))
  expect(undoings.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await mia.listActions({})).items.map(({ kind }) => kind)).toEqual(['undo', 'dismiss'])

  await mia.decideCase({ id: caseId, kind: 'dismiss', ...harassment })
  const [latest] = (await mia.listActions({})).items
  const cleo = await house.as('cleo')
  await cleo.reportPost({ id: post.id, ...harassment })
  await expect(mia.undoAction({ id: latest?.id ?? '' })).rejects.toMatchObject({ code: 'conflict' })
  expect(await ada.showPost({ id: post.id })).toMatchObject({ id: post.id })
})
