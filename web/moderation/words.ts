import type { Action, Case, DecisionKind, Suspension } from '@mayfly/contract/moderation'
import { fullMoment } from '../clock/moment.ts'

/** What a decision is called on its button, and when it was taken. */
export const decisions: Record<DecisionKind, { deed: string; done: string; key: string }> = {
  dismiss: { deed: 'Dismiss', done: 'Dismissed', key: 'a' },
  remove: { deed: 'Remove', done: 'Removed', key: 'r' },
  warn: { deed: 'Warn', done: 'Warned', key: 'w' },
  suspend: { deed: 'Suspend', done: 'Suspended', key: 's' },
  escalate: { deed: 'Escalate', done: 'Escalated', key: 'e' },
}

export const kinds: Record<Case['kind'], string> = { post: 'Post', person: 'Person', message: 'Message' }

const deeds: Record<Action['kind'], string> = {
  dismiss: 'dismissed the reports of',
  remove: 'removed',
  warn: 'warned over',
  suspend: 'suspended',
  escalate: 'escalated the reports of',
  undo: 'took back a decision on',
}

/** What was done, in a line of the log that goes on with what it was about: `suspended for 7 days, over`. */
export const deedOf = ({ kind, days }: Pick<Action, 'kind' | 'days'>): string =>
  kind === 'suspend' ? `suspended ${daysWords(days)}, over` : deeds[kind]

/** What it was about, as a part of a sentence. */
export const objects: Record<Case['kind'], string> = {
  post: 'a post',
  person: 'the profile',
  message: 'a message',
}

export function daysWords(days: number | null): string {
  if (days === null) return 'for good'
  return days === 1 ? 'for 1 day' : `for ${days} days`
}

export const suspensionWords = ({ until }: Suspension) =>
  until === null ? 'Suspended for good' : `Suspended until ${fullMoment(Date.parse(until))}`

/** What a case is about, short enough for a list. */
export function excerptOf({ kind, content, person }: Case): string {
  if (content === null) return kind === 'person' ? `@${person?.handle ?? 'left'}` : 'Kept no more'
  if (content.body !== '') return content.body
  return content.photoCount === 1 ? 'A photo' : `${content.photoCount} photos`
}
