import type { RateName, RateSubject } from '@mayfly/contract/limits'
import { Refusal } from '@mayfly/contract/refusal'

const MINUTE = 60
const HOUR = 60 * MINUTE

const reasons: Record<RateName, string> = {
  write: 'You are writing faster than we can keep up.',
  upload: 'These are more pictures than we can take at once.',
  report: 'These are more reports than we can look at.',
  search: 'You are searching faster than we can keep up.',
  note: 'Your pages ask faster than we can keep up.',
  'sign-in': 'That was tried very often.',
  session: 'That was tried very often.',
  read: 'You are reading faster than we can keep up.',
}

function reasonFor(rate: RateName, subject: RateSubject): string {
  if (subject === 'email') return 'That was tried very often with this e-mail address.'
  if (subject === 'person') return reasons[rate]
  return rate === 'sign-in'
    ? 'That was tried very often from your network.'
    : 'More comes from your network than we can keep up with.'
}

/** The refusal of a request that comes too soon, and may come again after so many seconds. */
export function tooMany(rate: RateName, subject: RateSubject, seconds: number): Refusal {
  return new Refusal('too-many', `${reasonFor(rate, subject)} ${waitWords(seconds)}`, {}, seconds)
}

/** The wait is never shorter than it has to be. */
export function waitWords(seconds: number): string {
  if (seconds === 1) return 'Please wait 1 second.'
  if (seconds < 2 * MINUTE) return `Please wait ${seconds} seconds.`
  if (seconds < 2 * HOUR) return `Please wait ${Math.ceil(seconds / MINUTE)} minutes.`
  return `Please wait ${Math.ceil(seconds / HOUR)} hours.`
}
