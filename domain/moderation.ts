import type { Action, DecisionKind, Suspension } from '@mayfly/contract/moderation'
import { type ReportedKind, type ReportReason, reportReasons } from '@mayfly/contract/reports'
import { expiringId } from './expiring-id.ts'

const SECOND = 1_000
const DAY = 24 * 60 * 60 * SECOND
const LONGEST_HELD = 30 * DAY
/** For whoever is warned or suspended and answers back. */
const HELD_AFTER_ACTING = 7 * DAY
/** So long a dismissal can be taken back with all that was held. */
const HELD_AFTER_DISMISSAL = 10 * SECOND
const LOG_KEPT = 365 * DAY

/** From 5, what cannot wait, to 1. */
const urgencies: Record<ReportReason, number> = {
  child: 5,
  'self-harm': 5,
  violence: 4,
  harassment: 3,
  hate: 3,
  private: 3,
  sexual: 2,
  deceit: 2,
  stolen: 1,
  spam: 1,
  other: 1,
}

export const urgencyOf = (reason: ReportReason): number => urgencies[reason]

/** The end of a case that is opened now, and of every copy in it; on a whole second. */
export const caseEnd = (now: Date): Date => wholeSecond(now.getTime() + LONGEST_HELD)

/** An id of a case or a report: it sorts by its time and carries its end. */
export const caseId = (now: Date, random: bigint): string => expiringId(now, caseEnd(now), random)

/** An id of a line of the log. */
export const actionId = (now: Date, random: bigint): string =>
  expiringId(now, wholeSecond(now.getTime() + LOG_KEPT), random)

/** Lines of the log from before are swept. */
export const logStart = (now: Date): Date => new Date(now.getTime() - LOG_KEPT)

/**
 * Until when what was reported is held after a decision, at the most; undefined where the decision changes nothing
 * about it. What was removed is held to the end of its case, for it may have to be put back.
 */
export function heldAfter(kind: DecisionKind, now: Date): Date | undefined {
  if (kind === 'dismiss') return new Date(now.getTime() + HELD_AFTER_DISMISSAL)
  if (kind === 'warn' || kind === 'suspend') return new Date(now.getTime() + HELD_AFTER_ACTING)
  return undefined
}

/** The end of a suspension of so many days; null for good. */
export const suspensionEnd = (days: number | null, now: Date): Date | null =>
  days === null ? null : wholeSecond(now.getTime() + days * DAY)

const wholeSecond = (milliseconds: number) => new Date(Math.floor(milliseconds / SECOND) * SECOND)

const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long', timeZone: 'UTC' })
const moment = new Intl.DateTimeFormat('en', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'UTC',
})

const because = (reason: ReportReason) => `Reason: ${reportReasons[reason].toLowerCase()}.`

const removed: Record<ReportedKind, string> = {
  post: 'Moderators have removed your post.',
  message: 'Moderators have removed your message.',
  person: 'Moderators have removed your profile.',
}
const isAbout: Record<ReportedKind, string> = {
  post: 'It is about your post.',
  message: 'It is about your message.',
  person: 'It is about your profile.',
}
const putBack: Record<ReportedKind, string> = {
  post: 'Your post is back.',
  message: 'Your message is back.',
  person: 'Your profile is back.',
}
const wronglyRemoved: Record<ReportedKind, string> = {
  post: 'Moderators were wrong to remove your post, and are sorry.',
  message: 'Moderators were wrong to remove your message, and are sorry.',
  person: 'Moderators were wrong to remove your profile, and are sorry.',
}
const reported: Record<ReportedKind, string> = {
  post: 'You reported a post.',
  message: 'You reported a message.',
  person: 'You reported somebody.',
}

/** What is said sentence by sentence can be translated sentence by sentence. */
const inOrder = (...sentences: string[]) => sentences.join(' ')

type Told = Pick<Action, 'kind' | 'reason' | 'about'>

/** What the one whom it is about is told of an action; undefined where they are told nothing, or at the sign-in. */
export function noticeForPerson({ kind, reason, about }: Told, keptUntil: Date): string | undefined {
  if (kind === 'remove')
    return inOrder(
      removed[about],
      because(reason),
      `Nobody sees it any more but them: they keep a copy until ${day.format(keptUntil)}, in case they were wrong.`,
    )
  if (kind === 'warn')
    return inOrder(
      'Moderators ask you to keep to the terms.',
      isAbout[about],
      because(reason),
      'If it happens again, your account can be suspended.',
    )
  return undefined
}

/** What the one whom it is about is told when an action is taken back. */
export function noticeOfUndoing({ kind, about }: Told, isBack: boolean): string | undefined {
  if (kind === 'remove')
    return isBack
      ? inOrder(putBack[about], 'Moderators were wrong to remove it, and are sorry.')
      : inOrder(wronglyRemoved[about], 'Its time is over by now.')
  if (kind === 'warn') return 'Moderators have taken back their warning, and are sorry.'
  if (kind === 'suspend') return 'Your account is no longer suspended. Moderators were wrong, and are sorry.'
  return undefined
}

/** What reporters are told of an action; undefined where it decides nothing. */
export function noticeForReporters({ kind, about }: Told): string | undefined {
  if (kind === 'escalate') return undefined
  if (kind === 'undo') return inOrder(reported[about], 'Moderators look at it once more.')
  const found =
    kind === 'dismiss'
      ? 'Moderators have looked, and found that it keeps to the terms.'
      : 'Moderators have looked, and have done something about it.'
  return inOrder(reported[about], found, 'Thank you for telling us.')
}

/** What a suspended person is told at the sign-in. */
export function suspensionWords({ until, reason }: Pick<Suspension, 'until' | 'reason'>): string {
  const end =
    until === null
      ? 'This account is suspended.'
      : `This account is suspended until ${moment.format(new Date(until))} UTC.`
  return inOrder(end, because(reason), 'Write to the operator of this Mayfly if that is wrong.')
}
