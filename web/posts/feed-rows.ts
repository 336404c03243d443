import { endOf } from '../clock/life.ts'
import { t } from '../language/words.ts'
import type { Entry } from './feed-pages.ts'

/** What stands in a feed: posts, and lines between them that say where one is. */
export type Row = { kind: 'post'; entry: Entry; position: number } | { kind: 'line'; words: string }

/** What to say before an entry, or nothing; `previous` is undefined for the first. */
export type LineBefore = (entry: Entry, previous: Entry | undefined) => string | undefined

export function rowsOf(entries: readonly Entry[], lineBefore?: LineBefore): Row[] {
  return entries.flatMap((entry, index): Row[] => {
    const words = lineBefore?.(entry, entries[index - 1])
    const post: Row = { kind: 'post', entry, position: index + 1 }
    return words === undefined ? [post] : [{ kind: 'line', words }, post]
  })
}

export const keyOf = (row: Row) => (row.kind === 'post' ? row.entry.id : row.words)

/** Says where one had been, between what is new since then and what was on top. */
export const lineAt =
  (seenPlace: string): LineBefore =>
  (entry, previous) =>
    previous && previous.place > seenPlace && entry.place <= seenPlace ? t('You were here') : undefined

const HOUR = 3_600_000

/** Sets apart what goes within the hour, in a feed of what goes next. `now` in ms since 1970. */
export const lastChanceLine =
  (now: number): LineBefore =>
  (entry, previous) => {
    if (isLastChance(entry, now)) return previous ? undefined : t('Last chance: gone within the hour')
    return previous && isLastChance(previous, now) ? t('Still some time left') : undefined
  }

const isLastChance = ({ id }: Entry, now: number) => endOf(id) - now <= HOUR

/** When the next one comes to its last hour, in ms since 1970; never, when there is none. */
export function nextLastChance(entries: readonly Entry[], now: number): number {
  const next = entries.find((entry) => !isLastChance(entry, now))
  return next ? endOf(next.id) - HOUR : Number.POSITIVE_INFINITY
}
