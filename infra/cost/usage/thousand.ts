import { usageOf } from './habits.ts'

/** A town that knows of it. There is a release in most weeks, some with a second try. */
export const thousand = usageOf({ title: '1,000', size: 'small', people: 1_000, releases: 6 })
