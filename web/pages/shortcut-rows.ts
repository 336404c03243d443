import { shortcuts } from '../ui/shortcuts.ts'
import { type DocumentPage, wordsIn } from './document-page.ts'

const either = { en: 'Ctrl or ⌘', de: 'Ctrl oder ⌘', ar: 'Ctrl أو ⌘' }

/** The keyboard map for the help page, from the list that the app itself shows. */
export function shortcutRows({ language }: DocumentPage): string {
  const keysAsHtml = (keys: string) =>
    keys
      .split(' ')
      .map((key) => `<kbd>${key === 'Mod' ? either[language] : key}</kbd>`)
      .join(' ')
  const rows = shortcuts.map(
    ({ keys, does }) =>
      `<tr><td><bdi dir="ltr">${keysAsHtml(keys)}</bdi></td><td>${wordsIn(language, does)}</td></tr>`,
  )
  return rows.join('\n')
}
