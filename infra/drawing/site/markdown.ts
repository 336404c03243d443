import { Marked } from 'marked'

/** Markdown of the repository as HTML; its links lead to the site's pages, or are only words where the site has none. */
export function toHtml(
  markdown: string,
  { pageFor }: { pageFor: (link: string) => string | undefined },
): string {
  const marked = new Marked()
  marked.use({
    renderer: {
      link({ href, tokens }) {
        const words = this.parser.parseInline(tokens)
        const to = /^https?:/.test(href) ? href : pageFor(href)
        return to === undefined ? words : `<a href="${to}">${words}</a>`
      },
    },
  })
  return marked.parse(markdown, { async: false })
}

/** What the first heading says. */
export const titleOf = (markdown: string): string => /^# (.+)$/m.exec(markdown)?.[1] ?? 'Mayfly'
