/** Whether this reader's clocks count to 12 or to 24. The words stay those of the page's language. */
const { hourCycle = 'h23' } = new Intl.DateTimeFormat(undefined, { hour: 'numeric' }).resolvedOptions()

const clock = { hour: 'numeric', minute: '2-digit', hourCycle } as const
const inThisWeek = new Intl.DateTimeFormat('en', { weekday: 'short', ...clock })
const inThisYear = new Intl.DateTimeFormat('en', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  ...clock,
})
const inFull = new Intl.DateTimeFormat('en', { weekday: 'long', day: 'numeric', month: 'long', ...clock })
const month = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric' })

const SIX_DAYS = 6 * 24 * 60 * 60 * 1000

/** A near moment, as short as it stays clear: `Mon 11:22`, further off `Wed, Dec 23, 11:22`. In ms since 1970. */
export function shortMoment(time: number, now: number): string {
  return (Math.abs(time - now) < SIX_DAYS ? inThisWeek : inThisYear).format(time)
}

/** A moment in full, for tooltips and the post's own page: `Monday, November 30 at 11:22`. No post lives for a year. */
export function fullMoment(time: number): string {
  return inFull.format(time)
}

/** `November 2026`. */
export function monthOf(time: number): string {
  return month.format(time)
}
