import * as z from 'zod/mini'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

/** How long a post may live, in milliseconds. There is no "forever". */
export const lifetimes = {
  '1-hour': HOUR,
  '3-hours': 3 * HOUR,
  '12-hours': 12 * HOUR,
  '1-day': DAY,
  '3-days': 3 * DAY,
  '7-days': 7 * DAY,
  '30-days': 30 * DAY,
} as const

export type Lifetime = keyof typeof lifetimes

export const lifetimeNames = Object.keys(lifetimes) as [Lifetime, ...Lifetime[]]

export const DEFAULT_LIFETIME: Lifetime = '7-days'

export const Lifetime = z.enum(lifetimeNames, `A lifetime is one of ${lifetimeNames.join(', ')}.`)
