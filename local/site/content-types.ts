import { extname } from 'node:path'

const text: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
}

/** Already compressed by their own format. */
const binary: Record<string, string> = {
  '.avif': 'image/avif',
  '.ico': 'image/vnd.microsoft.icon',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/** The content type of a file of the site, and whether CloudFront would compress it. */
export function contentTypeOf(path: string): { type: string; isText: boolean } {
  const extension = extname(path).toLowerCase()
  const asText = text[extension]
  if (asText) return { type: asText, isText: true }
  return { type: binary[extension] ?? 'application/octet-stream', isText: false }
}
