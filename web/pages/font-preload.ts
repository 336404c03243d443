import type { Plugin } from 'vite'

/** Lets the browser fetch one font before it has read the style sheet. Only a build knows the font's hashed name. */
export function fontPreload(fileStart: string): Plugin {
  return {
    name: 'mayfly-font-preload',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const font = Object.keys(bundle ?? {}).find((file) => file.includes(fileStart))
        if (!font) return []
        const attrs = { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${font}`, crossorigin: true }
        return [{ tag: 'link', attrs, injectTo: 'head-prepend' }]
      },
    },
  }
}
