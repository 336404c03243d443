import { direction, language, locale } from './language.ts'
import { formatMessage, type Part, parseMessage, type Values } from './message-format.ts'

/**
 * A text of the interface: in English, in ICU MessageFormat, as it stands in the catalogues. What follows `||` tells
 * apart two senses of the same words and is not shown.
 */
export type Text = keyof typeof import('./de.json')

type Catalogue = Readonly<Record<string, string>>

const catalogues = {
  de: () => import('./de.json'),
  ar: () => import('./ar.json'),
}

let catalogue: Catalogue = {}

/** Fetches the words of this page's language, before anything is shown. English has its words in the code. */
export async function loadWords(): Promise<void> {
  if (language !== 'en') catalogue = (await catalogues[language]()).default
  document.documentElement.lang = language
  document.documentElement.dir = direction
}

/** The text in this page's language. */
export function t(text: Text, values: Values<string> = {}): string {
  const words = wordsFor(text)
  return /[{<]/.test(words) ? formatMessage(partsOf(words), values, locale, apart).join('') : words
}

/** Letters that are read from right to left. */
const fromTheRight = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/** Names and addresses keep their own direction in words of another one: from right to left `@ada` stays `@ada`. */
export const apart = (words: string): string =>
  direction === 'rtl' || fromTheRight.test(words) ? `\u2068${words}\u2069` : words

/** The text in this page's language before its values are put in. */
export const wordsFor = (text: string): string => catalogue[text] ?? (text.split('||')[0] as string)

const parsed = new Map<string, Part[]>()

/** Texts are parsed when they are first shown. */
export function partsOf(words: string): Part[] {
  const parts = parsed.get(words) ?? parseMessage(words)
  parsed.set(words, parts)
  return parts
}

/** Whether this page has other words for these, because its language is not English. */
export const isTranslated = (words: string): words is Text => Object.hasOwn(catalogue, words)

/** Every text that this page has other words for. */
export const translatedTexts = (): Text[] => Object.keys(catalogue).filter(isTranslated)
