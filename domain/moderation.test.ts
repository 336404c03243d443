import { DecisionKind } from '@mayfly/contract/moderation'
import { ReportedKind, reportReasonNames } from '@mayfly/contract/reports'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expiryOf } from './expiring-id.ts'
import {
  actionId,
  caseEnd,
  caseId,
  heldAfter,
  noticeForPerson,
  noticeForReporters,
  noticeOfUndoing,
  suspensionEnd,
  suspensionWords,
  urgencyOf,
} from './moderation.ts'

const DAY = 24 * 60 * 60 * 1000
const anyTime = fc.date({ min: new Date('2025-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })

describe('What was reported', () => {
  it('is held for 30 days and not a millisecond longer, whatever is decided', () => {
    fc.assert(
      fc.property(anyTime, (now) => {
        const end = caseEnd(now)
        expect(end.getTime()).toBeLessThanOrEqual(now.getTime() + 30 * DAY)
        expect(end.getTime()).toBeGreaterThan(now.getTime() + 30 * DAY - 1_000)
        expect(expiryOf(caseId(now, 1n))).toEqual(end)
        for (const kind of DecisionKind.options)
          expect((heldAfter(kind, now) ?? now).getTime()).toBeLessThanOrEqual(now.getTime() + 7 * DAY)
      }),
    )
  })

  it('is let go of ten seconds after it was found to be fine, and held on where it was removed', () => {
    const now = new Date('2026-11-26T12:00:00Z')
    expect(heldAfter('dismiss', now)).toEqual(new Date('2026-11-26T12:00:10Z'))
    expect(heldAfter('remove', now)).toBeUndefined()
    expect(heldAfter('escalate', now)).toBeUndefined()
  })

  it('is more urgent where somebody may come to harm', () => {
    expect(reportReasonNames.toSorted((one, other) => urgencyOf(other) - urgencyOf(one)).slice(0, 3)).toEqual(
      ['child', 'self-harm', 'violence'],
    )
    for (const reason of reportReasonNames) expect(urgencyOf(reason)).toBeGreaterThan(0)
  })
})

it('a line of the log carries its end, a year away', () => {
  const now = new Date('2026-11-26T12:00:00Z')
  expect(expiryOf(actionId(now, 1n))).toEqual(new Date('2027-11-26T12:00:00Z'))
})

it('a suspension ends after its days, or never', () => {
  const now = new Date('2026-11-26T12:00:00.500Z')
  expect(suspensionEnd(3, now)).toEqual(new Date('2026-11-29T12:00:00Z'))
  expect(suspensionEnd(null, now)).toBeNull()
})

describe('Notices', () => {
  const keptUntil = new Date('2026-12-26T12:00:00Z')

  it('say the reason in words and how long a copy is kept', () => {
    const told = { kind: 'remove', reason: 'private', about: 'post' } as const
    expect(noticeForPerson(told, keptUntil)).toBe(
      'Moderators have removed your post. Reason: private things of somebody. Nobody sees it any more but them: they keep a copy until December 26, in case they were wrong.',
    )
    expect(noticeOfUndoing(told, true)).toMatch(/^Your post is back\./)
    expect(noticeOfUndoing(told, false)).toMatch(/Its time is over by now\.$/)
  })

  it('tell reporters of every decision, and nobody of an escalation', () => {
    for (const about of ReportedKind.options)
      for (const kind of DecisionKind.options) {
        const told = { kind, reason: 'spam', about } as const
        expect(noticeForReporters(told) === undefined).toBe(kind === 'escalate')
        if (kind === 'escalate') expect(noticeForPerson(told, keptUntil)).toBeUndefined()
      }
  })

  it('say at the sign-in why somebody is suspended, and until when', () => {
    expect(suspensionWords({ until: '2026-11-29T12:00:00.000Z', reason: 'spam' })).toBe(
      'This account is suspended until November 29, 2026 at 12:00 UTC. Reason: advertising, or written by a machine. Write to the operator of this Mayfly if that is wrong.',
    )
    expect(suspensionWords({ until: null, reason: 'spam' })).toMatch(/^This account is suspended\. Reason:/)
  })
})
