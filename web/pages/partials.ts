import { existsSync, readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import { type DocumentPage, pageAt } from './document-page.ts'

/**
 * Puts `pages/<name>.html` where a page says `<!-- partial:<name> -->`, so that a head or a foot is written once; for a
 * page in German that of `pages/de/`, if there is one. A partial may have partials of its own.
 * @param made partials that are made by code, by their names
 */
export function partials(made: Record<string, (page: DocumentPage) => string>): Plugin {
  const filled = (html: string, page: DocumentPage): string =>
    html.replaceAll(/<!-- partial:([\w-]+) -->/g, (_, name: string) =>
      filled(made[name]?.(page) ?? partial(name, page), page),
    )
  return {
    name: 'mayfly-partials',
    transformIndexHtml: { order: 'pre', handler: (html, { path }) => filled(html, pageAt(path)) },
  }
}

function partial(name: string, { language }: DocumentPage): string {
  const own = `${import.meta.dirname}/${language}/${name}.html`
  return readFileSync(existsSync(own) ? own : `${import.meta.dirname}/${name}.html`, 'utf8').trim()
}
