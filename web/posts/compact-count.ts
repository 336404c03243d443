import { preference } from '../ui/preferences.ts'

const format = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })

/** Whoever likes it calm sees no counts. */
const areShown = () => preference('counts') === 'shown'

/** A count as it stands beside an icon: `1.2K`, and nothing for none. */
export const compactCount = (count: number) => (count > 0 && areShown() ? format.format(count) : '')

const counted = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`

/** What a list is called: `3 likes`. */
export const tallied = (count: number, one: string, more: string) =>
  areShown() ? counted(count, one, more) : more

/** What a button does, with its count for readers aloud: `Like, 3 likes`. */
export const withCount = (deed: string, count: number, one: string, more: string) =>
  areShown() ? `${deed}, ${counted(count, one, more)}` : deed
