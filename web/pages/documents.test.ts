import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

const folders = { pages: resolve(import.meta.dirname, '..'), partials: import.meta.dirname }
type Folder = keyof typeof folders

/** Those of the app, those for any language, and heads, which have no words. */
const only = ['app.html', '404.html', 'head.html', 'document-head.html']

const filesIn = (folder: Folder, language: string) =>
  readdirSync(resolve(folders[folder], language)).filter((file) => file.endsWith('.html'))

test.each(['pages', 'partials'] as const)('all %s are there in each language', (folder) => {
  const english = filesIn(folder, '.').filter((file) => !only.includes(file))
  expect(filesIn(folder, 'de')).toEqual(english)
  expect(filesIn(folder, 'ar')).toEqual(english)
})

/** The tags of a page with their addresses and marks: what stays the same in another language. */
function tagsIn(folder: Folder, language: string, file: string): string[] {
  const html = readFileSync(resolve(folders[folder], language, file), 'utf8')
  return [...html.matchAll(/<!-- .+ -->|<\/?(?!bdi\b)\w[^>]*>/g)].map(([tag]) =>
    tag.replaceAll(/ (lang|dir|content|aria-label)="[^"]*"/g, ''),
  )
}

const documents = filesIn('pages', 'de').map((file) => file.replace(/(^index)?\.html$/, ''))

/** A link to a document leads to the one in this language, all others stay. */
const inLanguage = (language: string) => (tag: string) =>
  tag.replace(/ href="\/([^"]*)"/, (link, name: string) =>
    documents.includes(name) ? ` href="/${language}${name && `/${name}`}"` : link,
  )

const each = (['pages', 'partials'] as const).flatMap((folder) =>
  filesIn(folder, 'de').flatMap((file) => ['de', 'ar'].map((language) => [folder, language, file] as const)),
)

test.each(each)('of %s in %s, %s has the parts and links of the English one', (folder, language, file) => {
  expect(tagsIn(folder, language, file)).toEqual(tagsIn(folder, '.', file).map(inLanguage(language)))
})
