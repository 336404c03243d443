import { shortcuts } from '../ui/shortcuts.ts'

/** The keyboard map for the help page, from the list that the app itself shows. */
export function shortcutRows(): string {
  const rows = shortcuts.map(({ keys, does }) => `<tr><td>${keysAsHtml(keys)}</td><td>${does}</td></tr>`)
  return rows.join('\n')
}

const keysAsHtml = (keys: string) =>
  keys
    .split(' ')
    .map((key) => `<kbd>${key === 'Mod' ? 'Ctrl or ⌘' : key}</kbd>`)
    .join(' ')
