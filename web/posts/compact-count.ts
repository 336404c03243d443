const format = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })

/** A count as it stands beside an icon: `1.2K`, and nothing for none. */
export const compactCount = (count: number) => (count > 0 ? format.format(count) : '')

/** A count with its noun, for readers aloud: `1 like`, `3 likes`. */
export const counted = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`
