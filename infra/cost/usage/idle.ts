import { usageOf } from './habits.ts'

/** Everything is there and nobody comes: what is paid for standing ready. One release a month brings new versions of parts. */
export const idle = usageOf({ title: 'idle', size: 'demo', people: 0, releases: 1 })
