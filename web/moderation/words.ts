import type { Action, Case, DecisionKind, Suspension } from '@mayfly/contract/moderation'
import { fullMoment } from '../clock/moment.ts'
import { type Text, t } from '../language/words.ts'

/** What a decision is called on its button, and when it was taken. */
export const decisions: Record<DecisionKind, { deed: Text; done: Text; key: string }> = {
  dismiss: { deed: 'Dismiss', done: 'Dismissed.', key: 'a' },
  remove: { deed: 'Remove', done: 'Removed.', key: 'r' },
  warn: { deed: 'Warn', done: 'Warned.', key: 'w' },
  suspend: { deed: 'Suspend', done: 'Suspended.', key: 's' },
  escalate: { deed: 'Escalate', done: 'Escalated.', key: 'e' },
}

export const kinds: Record<Case['kind'], Text> = { post: 'Post', person: 'Person', message: 'Message' }

/** What was done, as a line of the log. */
export const deeds: Record<Action['kind'], Text> = {
  dismiss:
    '{moderator} dismissed the reports of <case>{about, select, post {a post} person {the profile} other {a message}}</case> of {person}',
  remove:
    '{moderator} removed <case>{about, select, post {a post} person {the profile} other {a message}}</case> of {person}',
  warn: '{moderator} warned over <case>{about, select, post {a post} person {the profile} other {a message}}</case> of {person}',
  suspend:
    '{moderator} suspended {days, plural, =0 {for good} one {for # day} other {for # days}}, over <case>{about, select, post {a post} person {the profile} other {a message}}</case> of {person}',
  escalate:
    '{moderator} escalated the reports of <case>{about, select, post {a post} person {the profile} other {a message}}</case> of {person}',
  undo: '{moderator} took back a decision on <case>{about, select, post {a post} person {the profile} other {a message}}</case> of {person}',
}

/** What taking a decision back is called. Without days a suspension is for good. */
export const undoWords = ({ kind, days, about }: Pick<Action, 'kind' | 'days' | 'about'>): string =>
  t(
    'Undo: {kind, select, dismiss {dismissed the reports of} remove {removed} warn {warned over} suspend {suspended {days, plural, =0 {for good} one {for # day} other {for # days}}, over} other {escalated the reports of}} {about, select, post {a post} person {the profile} other {a message}}',
    { kind, days: days ?? 0, about },
  )

export const suspensionWords = ({ until }: Suspension) =>
  until === null
    ? t('Suspended for good')
    : t('Suspended until {moment}', { moment: fullMoment(Date.parse(until)) })

/** What a case is about, short enough for a list. */
export function excerptOf({ kind, content, person }: Case): string {
  if (content !== null) {
    const count = content.photoCount
    return content.body || t('{count, plural, =1 {A photo} other {# photos}}', { count })
  }
  if (kind !== 'person') return t('Kept no more')
  return person ? `@${person.handle}` : t('@left')
}
