import { Draft } from '@mayfly/contract/posts'
import { say } from '../language/say.ts'
import type { SavedDraft } from './drafts.ts'
import { usualLanguage } from './languages.ts'

/** What is sent for a draft. */
export function letterOf({ body, lifetime, contentWarning, language, quoteOf, replyTo, photos }: SavedDraft) {
  const warning = contentWarning?.trim()
  const spoken = language ?? usualLanguage()
  const sent = photos.map(({ id, alt }) => ({ id, alt }))
  return {
    body,
    lifetime,
    photos: sent,
    ...(warning && { contentWarning: warning }),
    ...(spoken && { language: spoken }),
    ...(quoteOf && { quoteOf }),
    ...(replyTo && { replyTo }),
  }
}

/** The contract's sentence on what is wrong with a draft, or undefined when it can be sent. */
export function problemWith(draft: SavedDraft): string | undefined {
  const problem = Draft.safeParse(letterOf(draft)).error?.issues[0]
  return problem && say(problem.message)
}
