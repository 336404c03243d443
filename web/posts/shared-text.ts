import { postIdIn } from './post-address.ts'

/** What another app hands over, as the manifest's `share_target` names it. */
export interface Shared {
  title?: string
  text?: string
  url?: string
}

/** Nobody types as much, and only the beginning of it could be posted. */
const LONGEST = 5_000

/** What is handed over in an address, and nothing else that stands there. */
export function sharedIn(search: Record<string, unknown>): Shared {
  const parts = (['title', 'text', 'url'] as const).flatMap((name) => {
    const value = search[name]
    const words = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
    return words === '' ? [] : [[name, words.slice(0, LONGEST)]]
  })
  return Object.fromEntries(parts)
}

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
