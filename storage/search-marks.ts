const HOUR = 60 * 60 * 1000
const HOURS_IN_DAY = 24
/** The longest life of a post. */
const DAYS = 31
const DAYS_IN_WEEK = 7

interface Findable {
  authorId: string
  tags: readonly string[]
  /** The words of each of its texts, in their order. */
  words: readonly (readonly string[])[]
  createdAt: Date
}

/** What a search asks for; `domain/` reads it from what was typed. */
export interface WantedWords {
  phrases: readonly { words: readonly string[]; isOpen: boolean }[]
  tags: readonly string[]
}

// Words begin with letters or digits, so marks are never taken for words.
const tagMark = (tag: string) => `#${tag}`
const authorMark = (id: string) => `@${id.replaceAll('-', '')}`
const hourMark = (hour: number) => `~h${hour}`
const dayMark = (day: number) => `~d${day}`

const hourOf = (date: Date) => Math.floor(date.getTime() / HOUR)

/** What search looks in for a post, as a tsvector is written: its words in their places, and its marks. */
export function findableBy({ authorId, tags, words, createdAt }: Findable): string {
  const hour = hourOf(createdAt)
  const day = Math.floor(hour / HOURS_IN_DAY)
  const marks = [...tags.map(tagMark), authorMark(authorId), hourMark(hour), dayMark(day)]
  const placed: string[] = []
  let place = 0
  for (const text of words) {
    for (const word of text) {
      place += 1
      placed.push(`${quoted(word)}:${place}`)
    }
    // No phrase goes from one text into the next.
    place += 1
  }
  return [...placed, ...marks.map(quoted)].join(' ')
}

/** What is wanted, as a tsquery is written. `authorIds` are of whom the search names. */
export function wantedBy({ phrases, tags }: WantedWords, authorIds: readonly string[]): string {
  const marks = [...tags.map(tagMark), ...authorIds.map(authorMark)].map(quoted)
  return [...marks, ...phrases.map(phraseQuery)].join(' & ')
}

/**
 * The month before a moment in slices, the latest first, each as a tsquery: an hour or two, the rest of the day,
 * the week, and the rest. A word that is in many posts fills a page from the first slice, and one that is in few
 * is in few posts of the last: so neither way many posts are read.
 */
export function slicesBefore(moment: Date): string[] {
  const hour = hourOf(moment)
  const day = Math.floor((hour - 2) / HOURS_IN_DAY)
  const isOfDay = (one: number) => Math.floor(one / HOURS_IN_DAY) === day
  return [
    anyOf(down(hour, 2), hourMark),
    anyOf(down(hour - 2, HOURS_IN_DAY).filter(isOfDay), hourMark),
    anyOf(down(day - 1, DAYS_IN_WEEK - 1), dayMark),
    anyOf(down(day - DAYS_IN_WEEK, DAYS - DAYS_IN_WEEK + 1), dayMark),
  ]
}

const down = (from: number, count: number) => Array.from({ length: count }, (_, step) => from - step)

const anyOf = (numbers: number[], mark: (number: number) => string) =>
  `(${numbers.map((number) => quoted(mark(number))).join(' | ')})`

function phraseQuery({ words, isOpen }: WantedWords['phrases'][number]): string {
  const parts = words.map(quoted)
  return `(${parts.join(' <-> ')}${isOpen ? ':*' : ''})`
}

const quoted = (word: string) => `'${word.replaceAll(/['\\]/g, '$&$&')}'`
