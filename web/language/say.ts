import { locale } from './language.ts'
import { isTranslated, type Text, t, translatedTexts } from './words.ts'

/**
 * What the server says, in this page's language. The server speaks English; the page knows its sentences, also those
 * with a number, a name or a day in them. What it does not know stays as it is.
 */
export function say(said: string): string {
  return (
    sayWhole(said) ??
    said
      .split(/(?<=\.) /)
      .map(sayOne)
      .join(' ')
  )
}

const sayOne = (sentence: string) => sayWhole(sentence) ?? sentence

function sayWhole(said: string): string | undefined {
  if (isTranslated(said)) return t(said)
  for (const [text, pattern] of patterns()) {
    const { groups } = pattern.exec(said) ?? {}
    if (groups) return t(text, sayEach(groups))
  }
  return undefined
}

let made: [Text, RegExp][] | undefined

/** Sentences with places for values, as patterns that find those values. */
function patterns(): [Text, RegExp][] {
  made ??= translatedTexts()
    .filter((text) => /\{\w+\}.*\.$/.test(text) && !/[<|]|\{\w+,/.test(text))
    .map((text) => [text, patternOf(text)])
  return made
}

/** No value goes on into another sentence, and what is named twice is the same both times. */
function patternOf(text: string): RegExp {
  const seen = new Set<string>()
  const place = (_: string, name: string) => {
    if (seen.has(name)) return `\\k<${name}>`
    seen.add(name)
    return `(?<${name}>(?:(?!\\. ).)+)`
  }
  const source = text.replaceAll(/[.*+?^$()[\]\\]/g, '\\$&').replaceAll(/\{(\w+)\}/g, place)
  return new RegExp(`^${source}$`)
}

/** Words among the values are said too; a sentence has them in small letters, the catalogue as they stand alone. */
function sayEach(values: Record<string, string>): Record<string, string | number> {
  const said = Object.entries(values).map(([name, value]) => [name, sayValue(value)])
  return Object.fromEntries(said)
}

function sayValue(value: string): string | number {
  if (/^\d+$/.test(value)) return Number(value)
  const alone = value.charAt(0).toUpperCase() + value.slice(1)
  const words = [value, alone].find(isTranslated)
  return words === undefined ? sayTime(value) : t(words)
}

/** `December 26` or `December 26, 2026 at 14:05`, in UTC, as the server's sentences have them. */
const time = /^([A-Z][a-z]+ \d{1,2})(?:, (\d{4}) at (\d\d:\d\d))?$/

function sayTime(value: string): string {
  const [, day, year, clock] = time.exec(value) ?? []
  if (day === undefined) return value
  const moment = new Date(`${day}, ${year ?? new Date().getFullYear()} ${clock ?? '00:00'} UTC`)
  if (Number.isNaN(moment.getTime())) return value
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
    ...(year && ({ year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const)),
  }).format(moment)
}
