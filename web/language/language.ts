import { type Preference, preference } from '../ui/preferences.ts'

/** What the languages call themselves. */
export const languages = { en: 'English', de: 'Deutsch', ar: 'العربية' } as const

export type Language = keyof typeof languages

/** What this page speaks for as long as it is open: what was chosen, else the first that the browser prefers. */
export const language: Language = spoken(preference('language'))

/** The language for `Intl`. Arabic with the digits that clocks, handles and addresses have as well. */
export const locale = language === 'ar' ? 'ar-u-nu-latn' : language

export const direction = language === 'ar' ? 'rtl' : 'ltr'

/** Where a page outside of the app is in this language: `/about`, `/de/about`. */
export const documentAddress = (path: string) => (language === 'en' ? path : `/${language}${path}`)

function spoken(chosen: Preference<'language'>): Language {
  if (chosen !== 'system') return chosen
  // Without a document there is no reader: what tests see must not hang on their machine.
  if (typeof document === 'undefined') return 'en'
  return preferred(navigator.languages)
}

/** The first language in a browser's list that Mayfly speaks. */
export function preferred(wanted: readonly string[]): Language {
  const known = wanted.map((tag) => tag.split('-')[0]).find(isKnown)
  return known ?? 'en'
}

function isKnown(tag: string | undefined): tag is Language {
  return tag !== undefined && Object.hasOwn(languages, tag)
}
