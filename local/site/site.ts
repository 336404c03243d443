import { createServer, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { LIVE_PATH } from '@mayfly/contract/live'
import { cacheControlFor, siteHeaders } from '@mayfly/contract/site-headers'
import { isKnown } from '../cloudfront/conditions.ts'
import { openViewerFunction, type ViewerFunction } from '../cloudfront/viewer-function.ts'
import { page, words } from '../cloudfront/words.ts'
import { type Answer, send } from '../gateway/answer.ts'
import { close, listen } from '../gateway/listen.ts'
import { chooseEncoding } from './encodings.ts'
import { passOn } from './pass-on.ts'
import { openSiteFiles, type SiteFile, type SiteFiles } from './site-files.ts'

/** What the client reads first, as `/config.json`. */
export interface SiteConfig {
  apiOrigin: string
  /** Where pictures are. */
  assetsOrigin: string
  /** Where mails can be read. Only on one machine. */
  mailboxUrl?: string
}

export interface MailboxPage {
  html: string
  /** The Content-Security-Policy that the page needs instead of the site's. */
  policy: string
}

export interface SiteOptions {
  /** 0 for any free port. */
  port: number
  /** The folder of the built site. */
  distDir: string
  config: SiteConfig
  /** Where live events come from, as CloudFront has the load balancer for this one path. */
  backendOrigin: string
  /** Where pages send the files of their uploads. */
  uploadsOrigin: string
  /** The page at `/mailbox`, with the mails to one address when `?to=` names it. */
  mailbox: (to: string | undefined) => MailboxPage
  /** The queue of events that no function could take, at `/dead-letters`. */
  deadLetters: () => unknown[]
}

const viewerFile = join(import.meta.dirname, '../../lambdas/site-viewer.js')

/** Plays the site's bucket and CloudFront on the loopback address: its function, headers, caching and compression. */
export async function startSite(options: SiteOptions) {
  const { port, distDir, config, backendOrigin, uploadsOrigin, mailbox, deadLetters } = options
  const parts: Parts = {
    files: openSiteFiles(distDir),
    viewer: await openViewerFunction(viewerFile),
    configText: JSON.stringify(config),
    mailbox,
    deadLetters,
  }
  const always = siteHeaders({ ...config, uploadsOrigin, heldOrigin: uploadsOrigin })
  const server = createServer(async (request, response) => {
    if (request.url === LIVE_PATH) {
      passOn(request, response, backendOrigin)
      return
    }
    const answer = await respond(parts, request).catch(() => words(500, 'The site could not read its files.'))
    const { 'content-security-policy': policy = '', ...others } = always
    const hasOwnPolicy = answer.headers.some(([name]) => name === 'content-security-policy')
    send(response, answer, hasOwnPolicy ? others : { ...others, 'content-security-policy': policy })
  })
  const origin = await listen(server, port)
  return { origin, port: Number(new URL(origin).port), stop: () => close(server) }
}

interface Parts {
  files: SiteFiles
  viewer: ViewerFunction
  configText: string
  mailbox: SiteOptions['mailbox']
  deadLetters: SiteOptions['deadLetters']
}

async function respond(parts: Parts, request: IncomingMessage): Promise<Answer> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return words(403, 'Only GET and HEAD are served here.')
  const [path = '', query = ''] = (request.url ?? '').split(/\?(.*)/s)
  if (path === '/mailbox' || path === '/dead-letters') {
    if (!isHome(request)) return words(403, 'This is read at localhost.')
    if (path === '/mailbox') return mailboxAnswer(parts, query)
    return page(200, 'application/json', JSON.stringify(parts.deadLetters(), null, 2))
  }
  const viewed = parts.viewer.view(request, path, query)
  if ('status' in viewed) return viewed
  if (viewed.uri === '/config.json') return page(200, 'application/json', parts.configText)
  const decoded = decode(viewed.uri)
  if (decoded === undefined) return words(400, 'This address is not written as an address should be.')
  const encoding = chooseEncoding(request.headers['accept-encoding'])
  const file = await parts.files.find(decoded, encoding)
  if (file) return fileAnswer(file, decoded, request.headers['if-none-match'])
  const missing = await parts.files.find('/404.html', encoding)
  return missing ? { ...fileAnswer(missing, '/404.html'), status: 404 } : words(404, 'There is nothing here.')
}

function decode(uri: string): string | undefined {
  try {
    return decodeURIComponent(uri)
  } catch {
    return undefined
  }
}

function fileAnswer(file: SiteFile, path: string, ifNoneMatch?: string): Answer {
  const headers: Answer['headers'] = [
    ['etag', file.etag],
    ['cache-control', cacheControlFor(path)],
  ]
  if (file.varies) headers.push(['vary', 'Accept-Encoding'])
  if (isKnown(file.etag, ifNoneMatch)) return { status: 304, headers, body: Buffer.alloc(0) }
  headers.push(['content-type', file.type])
  if (file.encoding) headers.push(['content-encoding', file.encoding])
  return { status: 200, headers, body: file.body }
}

/** Codes are shown to this machine's own browser alone: a foreign name for this address gets nothing. */
const isHome = ({ headers }: IncomingMessage) => /^(localhost|127\.0\.0\.1)(:\d+)?$/.test(headers.host ?? '')

function mailboxAnswer({ mailbox }: Parts, query: string): Answer {
  const { html, policy } = mailbox(new URLSearchParams(query).get('to') ?? undefined)
  const answer = page(200, 'text/html; charset=utf-8', html)
  answer.headers.push(['content-security-policy', policy])
  return answer
}
