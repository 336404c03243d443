import { existsSync, readFileSync } from 'node:fs'
import { type Language, languages } from '../language/language.ts'

/** A page outside of the app, in one language: `about` in German. */
export interface DocumentPage {
  language: Language
  name: string
}

/** The page that a file of the web room holds: `/de/about.html`. */
export function pageAt(path: string): DocumentPage {
  const [, language = 'en', name = ''] = /^\/(?:(\w\w)\/)?([\w-]+)\.html$/.exec(path) ?? []
  return { language: language as Language, name }
}

/** For search engines: the same page in each language. */
export function alternates(page: DocumentPage): string {
  if (!isTranslated(page)) return ''
  const link = (hreflang: string, href: string) =>
    `<link rel="alternate" hreflang="${hreflang}" href="${href}" vite-ignore>`
  const links = everyLanguage.map((language) => link(language, addressOf({ ...page, language })))
  return [...links, link('x-default', addressOf({ ...page, language: 'en' }))].join('\n')
}

/** For people: links to the same page, or else to the front page, in each language by its own name. */
export function languageChoice(page: DocumentPage): string {
  const name = isTranslated(page) ? page.name : 'index'
  const links = everyLanguage.map((language) => {
    const current = language === page.language && name === page.name ? ' aria-current="page"' : ''
    const href = addressOf({ language, name })
    return `<a href="${href}" lang="${language}" hreflang="${language}"${current}>${languages[language]}</a>`
  })
  const label = wordsIn(page.language, 'Language')
  return `<nav class="languages" aria-label="${label}">\n${links.join('\n')}\n</nav>`
}

/** A text of the interface in a language; as it is where there is no translation. */
export function wordsIn(language: Language, text: string): string {
  if (language === 'en') return text
  const file = `${import.meta.dirname}/../language/${language}.json`
  const catalogue: Record<string, string> = JSON.parse(readFileSync(file, 'utf8'))
  return catalogue[text] ?? text
}

const everyLanguage = Object.keys(languages) as Language[]

const isTranslated = ({ name }: DocumentPage) => existsSync(`${import.meta.dirname}/../de/${name}.html`)

function addressOf({ language, name }: DocumentPage): string {
  const folder = language === 'en' ? '' : `/${language}`
  return name === 'index' ? folder || '/' : `${folder}/${name}`
}
