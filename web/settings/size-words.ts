import { locale } from '../language/language.ts'
import { type Text, t } from '../language/words.ts'

const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
const KILO = 1_000
const units = ['{size} bytes', '{size} KB', '{size} MB', '{size} GB'] as const satisfies readonly Text[]

/** A size of a file as people know it: `640 bytes`, `12.3 KB`. */
export function sizeWords(bytes: number): string {
  const power = Math.min(units.length - 1, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(KILO)))
  return t(units[power] ?? units[0], { size: format.format(bytes / KILO ** power) })
}
