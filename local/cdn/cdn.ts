import { createServer, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { assetsHeaders } from '@mayfly/contract/site-headers'
import { openViewerFunction, type ViewerFunction } from '../cloudfront/viewer-function.ts'
import { words } from '../cloudfront/words.ts'
import { type Answer, send } from '../gateway/answer.ts'
import { close, listen } from '../gateway/listen.ts'
import type { Log } from '../log.ts'
import { type EdgeCache, openEdgeCache, type ReadObject } from './edge-cache.ts'
import { objectAnswer } from './object-answer.ts'

export interface CdnOptions {
  /** 0 for any free port. */
  port: number
  /** Reads the processed bucket, as CloudFront does with its own right to it. */
  read: ReadObject
  /** The one clock. */
  now: () => Date
  log: Pick<Log, 'error'>
}

interface Parts {
  viewer: ViewerFunction
  cache: EdgeCache
  log: CdnOptions['log']
}

const viewerFile = join(import.meta.dirname, '../../lambdas/assets-viewer.js')

/** Plays CloudFront before the processed bucket on the loopback address: its function, cache, conditions and headers. */
export async function startCdn({ port, read, now, log }: CdnOptions) {
  const viewer = await openViewerFunction(viewerFile, now)
  const parts: Parts = { viewer, cache: openEdgeCache(read, now), log }
  const always = { ...assetsHeaders, via: '1.1 localhost (CloudFront)' }
  const server = createServer(async (request, response) => {
    send(response, await respond(parts, request), always)
  })
  const address = new URL(await listen(server, port))
  return {
    // By name: pictures are for pages of the same site, and the site's pages are at localhost.
    origin: `http://localhost:${address.port}`,
    port: Number(address.port),
    stop: () => close(server),
  }
}

async function respond(parts: Parts, request: IncomingMessage): Promise<Answer> {
  try {
    return await answer(parts, request)
  } catch (error) {
    parts.log.error({ err: error }, 'the CDN could not read the processed bucket')
    return marked(words(502, 'The picture could not be read. Try again in a moment.'), 'Error')
  }
}

async function answer({ viewer, cache }: Parts, request: IncomingMessage): Promise<Answer> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return marked(words(403, 'Only GET and HEAD are served here.'), 'Error')
  const [path = '', query = ''] = (request.url ?? '').split(/\?(.*)/s)
  const viewed = viewer.view(request, path, query)
  if ('status' in viewed) return marked(viewed, 'FunctionGeneratedResponse')
  const served = await cache.find(viewed.uri.slice(1))
  if (!served) return marked(words(404, 'There is nothing here.'), 'Error')
  const found = objectAnswer(served.object, request)
  if (found.status >= 400) return marked(found, 'Error')
  const headers = viewer.viewAnswer(viewed.request, found)
  if (served.how === 'Hit') headers.push(['age', String(served.ageSeconds)])
  return marked({ ...found, headers }, served.how)
}

/** As CloudFront says where an answer comes from. */
function marked({ status, headers, body }: Answer, how: string): Answer {
  return { status, headers: [...headers, ['x-cache', `${how} from cloudfront`]], body }
}
