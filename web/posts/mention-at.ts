import { limits } from '@mayfly/contract/limits'

/** Somebody who is being named in a text: what is typed of the handle so far, and where its @ stands. */
export interface BegunMention {
  start: number
  typed: string
}

const begun = new RegExp(`(?<![\\p{L}\\p{N}_@/.])@([a-z0-9_]{1,${limits.handleLongest}})$`, 'iu')

/** The mention that ends at the caret, if there is one. */
export function mentionAt(text: string, caret: number): BegunMention | undefined {
  const isInWord = /^[\p{L}\p{N}_]/u.test(text.slice(caret))
  const match = isInWord ? null : begun.exec(text.slice(0, caret))
  return match ? { start: match.index, typed: match[1] as string } : undefined
}

/** The text with the whole handle in place of what was typed of it, and where the caret goes then. */
export function withMention(text: string, { start, typed }: BegunMention, handle: string) {
  const rest = text.slice(start + 1 + typed.length)
  const mention = `@${handle}${rest.startsWith(' ') ? '' : ' '}`
  const caret = start + handle.length + 2
  return { text: text.slice(0, start) + mention + rest, caret }
}
