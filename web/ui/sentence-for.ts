import { Refusal } from '@mayfly/contract/refusal'
import { say } from '../language/say.ts'
import { t } from '../language/words.ts'

/** The sentence that tells a person what went wrong. A `fetch` that fails says nothing useful by itself. */
export function sentenceFor(error: unknown): string {
  if (error instanceof Refusal) return say(error.message)
  if (error instanceof TypeError) return t("Mayfly can't be reached. Check your connection, then try again.")
  return error instanceof Error ? say(error.message) : t('Something went wrong. Please try again.')
}
