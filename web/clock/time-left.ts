import { language, locale } from '../language/language.ts'

const SECOND = 1_000
const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

type Unit = 'second' | 'minute' | 'hour' | 'day'
type Style = 'short' | 'long'

const units: readonly Unit[] = ['second', 'minute', 'hour', 'day']

/** `2 days 9 hours`, as the language puts measures together. */
const together = new Intl.ListFormat(locale, { type: 'unit', style: 'narrow' })

// Narrow German mixes `2h` with `6 Min.`; short German is `2 Std. 6 Min.`.
const formatters = {
  short: formattersOf(language === 'de' ? 'short' : 'narrow'),
  long: formattersOf('long'),
}

/**
 * How long a post has still to live, coarser the longer it is: `2d 9h`, `17h`, `1h 26m`, `25m`, `40s`.
 * The long form is for readers aloud and tooltips: `2 days 9 hours`.
 */
export function timeLeft(milliseconds: number, style: Style): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / SECOND))
  if (seconds < MINUTE) return format(style, ['second', seconds])
  if (seconds < HOUR) return format(style, ['minute', Math.floor(seconds / MINUTE)])
  const hours = Math.floor(seconds / HOUR)
  if (seconds < 6 * HOUR)
    return format(style, ['hour', hours], ['minute', Math.floor((seconds % HOUR) / MINUTE)])
  if (seconds < DAY) return format(style, ['hour', hours])
  const days = Math.floor(seconds / DAY)
  if (seconds < 3 * DAY) return format(style, ['day', days], ['hour', Math.floor((seconds % DAY) / HOUR)])
  return format(style, ['day', days])
}

/**
 * How often a post with so much time left must look at the clock: each second in its last 90 seconds and
 * for a while after its end, and else just often enough to be there when they begin.
 */
export function stepFor(milliseconds: number): number {
  if (milliseconds < -MINUTE * SECOND) return MINUTE * SECOND
  if (milliseconds <= 90 * SECOND) return SECOND
  return milliseconds <= 150 * SECOND ? 30 * SECOND : MINUTE * SECOND
}

function format(style: Style, ...parts: [Unit, number][]): string {
  const [whole, ...rest] = parts
  const spoken = [whole, ...rest.filter(([, count]) => count > 0)].filter((part) => part !== undefined)
  const formatted = spoken.map(([unit, count]) => formatters[style][unit].format(count))
  return style === 'long' ? together.format(formatted) : formatted.join(' ')
}

function formattersOf(unitDisplay: 'narrow' | 'short' | 'long') {
  const entries = units.map((unit) => [
    unit,
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay }),
  ])
  return Object.fromEntries(entries) as Record<Unit, Intl.NumberFormat>
}
