import { useKept } from '../use-kept.ts'
import { usualLifetime } from '../usual-lifetime.ts'
import { draftIn, emptyDraft, isWorthKeeping } from './drafts.ts'

/**
 * What is being written as a post, kept on this device until it is sent.
 * @param quoteOf what it quotes from the beginning
 */
export const useDraft = (key: string, quoteOf: string | undefined) =>
  useKept({
    key,
    empty: { ...emptyDraft, lifetime: usualLifetime(), quoteOf: quoteOf ?? null },
    draftIn,
    isWorthKeeping,
  })
