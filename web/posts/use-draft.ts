import { useKept } from '../use-kept.ts'
import { draftIn, emptyDraft, isWorthKeeping } from './drafts.ts'

/** What is being written as a post, kept on this device until it is sent. */
export const useDraft = (key: string) => useKept({ key, empty: emptyDraft, draftIn, isWorthKeeping })
