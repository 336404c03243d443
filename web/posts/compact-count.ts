const format = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })

/** A count as it stands beside an icon: `1.2K`, and nothing for none. */
export const compactCount = (count: number) => (count > 0 ? format.format(count) : '')
