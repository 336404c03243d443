import { Lifetime } from '@mayfly/contract/lifetimes'

/** A message that is being written, as it is kept on this device until it is sent. */
export interface MessageDraft {
  body: string
  /** Null for what is usual in the conversation. */
  lifetime: Lifetime | null
}

export const emptyDraft: MessageDraft = { body: '', lifetime: null }

/** One for each person and conversation. */
export const draftKey = (personId: string, conversationId: string) =>
  ['message-draft', personId, conversationId].join(' ')

export const isWorthKeeping = ({ body }: MessageDraft) => body.trim() !== ''

/** What is kept may be from an older version of this page. */
export function draftIn(kept: unknown): MessageDraft | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined
  const { body, lifetime }: Partial<Record<keyof MessageDraft, unknown>> = kept
  if (typeof body !== 'string') return undefined
  const known = Lifetime.safeParse(lifetime)
  return { body, lifetime: known.success ? known.data : null }
}
