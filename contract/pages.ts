import * as z from 'zod/mini'
import { limits } from './limits.ts'

/** What every list takes: where to go on (`next` of the page before) and how many items. */
export const pageInput = {
  cursor: z.optional(z.uuid('The cursor is the `next` of the page before.').check(z.toLowerCase())),
  limit: z._default(
    z.coerce
      .number('The limit is a number.')
      .check(
        z.int('The limit is a whole number.'),
        z.minimum(1, 'A page has at least 1 item.'),
        z.maximum(limits.pageLongest, `A page has at most ${limits.pageLongest} items.`),
      ),
    limits.pageDefault,
  ),
}

/** A page of a list. `next` is null on the last one. */
export function pageOf<Item extends z.ZodMiniType>(item: Item) {
  return z.object({ items: z.array(item), next: z.nullable(z.uuid()) })
}

const NUMBER_AND_ID = /^\d{1,18}-[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** The same for a list that a number orders, and ids only among equals: its cursor holds both. */
export const rankedPageInput = {
  ...pageInput,
  cursor: z.optional(
    z
      .string('The cursor is the `next` of the page before.')
      .check(z.toLowerCase(), z.regex(NUMBER_AND_ID, 'The cursor is the `next` of the page before.')),
  ),
}

export function rankedPageOf<Item extends z.ZodMiniType>(item: Item) {
  return z.object({ items: z.array(item), next: z.nullable(z.string().check(z.regex(NUMBER_AND_ID))) })
}

export interface Page<Item> {
  items: Item[]
  next: string | null
}
