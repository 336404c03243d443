import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/** Puts `pages/<name>.html` where a page says `<!-- partial:<name> -->`, so that a head or a foot is written once. */
export function partials(): Plugin {
  return {
    name: 'mayfly-partials',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) => html.replaceAll(/<!-- partial:([\w-]+) -->/g, (_, name: string) => partial(name)),
    },
  }
}

const partial = (name: string) => readFileSync(`${import.meta.dirname}/${name}.html`, 'utf8').trim()
