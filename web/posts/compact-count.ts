import { locale } from '../language/language.ts'
import { type Text, t } from '../language/words.ts'
import { preference } from '../ui/preferences.ts'

const format = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 })

/** Whoever likes it calm sees no counts. */
const areShown = () => preference('counts') === 'shown'

/** A count as it stands beside an icon: `1.2K`, and nothing for none. */
export const compactCount = (count: number) => (count > 0 && areShown() ? format.format(count) : '')

/** A text that has `{count}` in it: `3 likes`, `Like, 3 likes`; for the calm the one that has none. */
export const withCount = (count: number, counted: Text, calm: Text) =>
  areShown() ? t(counted, { count }) : t(calm)
