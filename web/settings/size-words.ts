const format = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })
const KILO = 1_000
const units = ['bytes', 'KB', 'MB', 'GB'] as const

/** A size of a file as people know it: `640 bytes`, `12.3 KB`. */
export function sizeWords(bytes: number): string {
  const power = Math.min(units.length - 1, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(KILO)))
  return `${format.format(bytes / KILO ** power)} ${units[power]}`
}
