import { Refusal } from '@mayfly/contract/refusal'

/** The sentence that tells a person what went wrong. A `fetch` that fails says nothing useful by itself. */
export function sentenceFor(error: unknown): string {
  if (error instanceof Refusal) return error.message
  if (error instanceof TypeError) return "Mayfly can't be reached. Check your connection, then try again."
  return error instanceof Error ? error.message : 'Something went wrong. Please try again.'
}
