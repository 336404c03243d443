import { postIdIn } from './post-address.ts'
import type { Shared } from './shared.ts'

/** The post that is begun with it: apps put the same words into several fields, and a post's address becomes a quote. */
export function draftFrom(
  { title, text, url }: Shared,
  origin: string,
): { body: string; quoteOf: string | null } {
  const quoteOf = [url, text].map((part) => part && postIdIn(part, origin)).find((id) => id) ?? null
  const parts = [title, text, url].filter((part) => part !== undefined)
  const own = parts.filter((part) => quoteOf === null || postIdIn(part, origin) === undefined)
  const once = own.filter(
    (part, index) => !own.some((other, place) => place !== index && contains(other, part, place < index)),
  )
  return { body: once.join('\n'), quoteOf }
}

/** Of two that are the same, the first one counts. */
const contains = (other: string, part: string, isBefore: boolean) =>
  other.includes(part) && (other !== part || isBefore)
