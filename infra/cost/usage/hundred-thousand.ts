import { usageOf } from './habits.ts'

/** Well known, and worked on: there is a release on every working day. */
export const hundredThousand = usageOf({ title: '100,000', size: 'large', people: 100_000, releases: 20 })
