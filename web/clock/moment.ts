import { language, locale } from '../language/language.ts'
import { t } from '../language/words.ts'

/** Whether this reader's clocks count to 12 or to 24. The words stay those of the page's language. */
const { hourCycle = 'h23' } = new Intl.DateTimeFormat(undefined, { hour: 'numeric' }).resolvedOptions()

/** German clocks say `01:07`, which `Intl` forgets once it is told to count to 24. */
const hour = language === 'de' ? '2-digit' : 'numeric'
const clock = { hour, minute: '2-digit', hourCycle } as const
const inThisWeek = new Intl.DateTimeFormat(locale, { weekday: 'short', ...clock })
const inThisYear = new Intl.DateTimeFormat(locale, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  ...clock,
})
const inFull = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', ...clock })
const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric' })

const timeOfDay = new Intl.DateTimeFormat(locale, clock)
const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long' })
const shortDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' })
const longDay = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' })

const DAY = 24 * 60 * 60 * 1000
const SIX_DAYS = 6 * DAY

/** A near moment, as short as it stays clear: `Mon 11:22`, further off `Wed, Dec 23, 11:22`. In ms since 1970. */
export function shortMoment(time: number, now: number): string {
  return onOneLine((Math.abs(time - now) < SIX_DAYS ? inThisWeek : inThisYear).format(time))
}

/** A moment in full, for tooltips and the post's own page: `Monday, November 30 at 11:22`. No post lives for a year. */
export function fullMoment(time: number): string {
  return onOneLine(inFull.format(time))
}

/** `November 2026`. */
export function monthOf(time: number): string {
  return month.format(time)
}

/** `11:22`. */
export const clockTime = (time: number): string => onOneLine(timeOfDay.format(time))

/** The day as people call it who live on this day: `Today`, `Yesterday`, `Monday`, `Thursday, November 12`. */
export function dayName(time: number, now: number): string {
  const days = daysBetween(time, now)
  if (days === 0) return t('Today')
  if (days === 1) return t('Yesterday')
  return (days < 7 ? weekday : longDay).format(time)
}

/** When something happened, as short as a list needs it: `11:22` today, then `Yesterday`, `Monday`, `Nov 12`. */
export function pastMoment(time: number, now: number): string {
  const days = daysBetween(time, now)
  if (days === 0) return clockTime(time)
  return days < 7 ? dayName(time, now) : shortDay.format(time)
}

/** In Arabic the half of the day is a letter behind the time, and no line begins with it. */
function onOneLine(words: string): string {
  return words.replace(/ (?=[صم]$)/, '\u00a0')
}

/** How many midnights lie between, in the reader's zone. */
function daysBetween(time: number, now: number): number {
  const start = (moment: number) => new Date(moment).setHours(0, 0, 0, 0)
  return Math.round((start(now) - start(time)) / DAY)
}
