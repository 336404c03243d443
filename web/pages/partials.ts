import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/**
 * Puts `pages/<name>.html` where a page says `<!-- partial:<name> -->`, so that a head or a foot is written once.
 * A partial may have partials of its own.
 * @param made partials that are made by code, by their names
 */
export function partials(made: Record<string, string>): Plugin {
  const partial = (name: string) =>
    made[name] ?? readFileSync(`${import.meta.dirname}/${name}.html`, 'utf8').trim()
  const filled = (html: string): string =>
    html.replaceAll(/<!-- partial:([\w-]+) -->/g, (_, name: string) => filled(partial(name)))
  return { name: 'mayfly-partials', transformIndexHtml: { order: 'pre', handler: filled } }
}
