import { Refusal } from '@mayfly/contract/refusal'
import { t } from '../language/words.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE

/** The seconds after which a refused request may come again; 0 when it may at once, or nobody knows. */
export function waitIn(error: unknown): number {
  return (error instanceof Refusal && error.retryAfterSeconds) || 0
}

/** What a button says as long as it has to wait, never less than it has to: `Try again in 12 s`. */
export function waitWords(seconds: number): string {
  if (seconds < 2 * MINUTE) return t('Try again in {seconds} s', { seconds })
  if (seconds < 2 * HOUR) return t('Try again in {minutes} min', { minutes: Math.ceil(seconds / MINUTE) })
  return t('Try again in {hours} h', { hours: Math.ceil(seconds / HOUR) })
}
