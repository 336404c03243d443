import { readFile } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { createContext, runInContext } from 'node:vm'
import type { Answer } from '../gateway/answer.ts'
import {
  asHeaders,
  asPairs,
  asRequest,
  type ViewerEvent,
  type ViewerRequest,
  type ViewerResponse,
} from './viewer-event.ts'

/** Where to go on: the file to take, and the request as the function left it. Or an answer that is already made. */
export type Viewed = { uri: string; request: ViewerRequest } | Answer

type Handler = (event: ViewerEvent) => ViewerRequest | ViewerResponse

export type ViewerFunction = Awaited<ReturnType<typeof openViewerFunction>>

/**
 * Loads a CloudFront Function from its very file, with nothing around it that CloudFront does not have.
 * @param now the function's clock; this machine's when it is left out
 */
export async function openViewerFunction(file: string, now?: () => Date) {
  // As on CloudFront, a function asks for the time by `Date.now()`.
  const world = createContext(now ? { Date: { now: () => now().getTime() } } : {})
  runInContext(await readFile(file, 'utf8'), world, { filename: file })
  const { handler } = world as { handler: Handler }

  return {
    /** What the function makes of a request, before any cache. */
    view: (request: IncomingMessage, path: string, query: string): Viewed => {
      const result = handler({
        version: '1.0',
        context: { eventType: 'viewer-request' },
        request: asRequest(request, path, query),
      })
      return 'statusCode' in result ? asAnswer(result) : { uri: result.uri, request: result }
    },

    /** The headers that the function gives to an answer, cached or not. */
    viewAnswer: (request: ViewerRequest, { status, headers }: Answer): Answer['headers'] => {
      const result = handler({
        version: '1.0',
        context: { eventType: 'viewer-response' },
        request,
        response: { statusCode: status, headers: asHeaders(headers) },
      })
      return asPairs(result.headers)
    },
  }
}

function asAnswer({ statusCode, headers, body }: ViewerResponse): Answer {
  return { status: statusCode, headers: asPairs(headers), body: Buffer.from(body?.data ?? '') }
}
