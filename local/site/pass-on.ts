import { type IncomingMessage, type ServerResponse, request as startRequest } from 'node:http'
import { pipeline } from 'node:stream/promises'

/** Passes a request without a body on to the backend, and its answer back as it comes, however long that takes. */
export function passOn(request: IncomingMessage, response: ServerResponse, backendOrigin: string): void {
  const { authorization, origin } = request.headers
  const outgoing = startRequest(backendOrigin + (request.url ?? ''), {
    method: request.method ?? 'GET',
    headers: { ...(authorization ? { authorization } : {}), ...(origin ? { origin } : {}) },
    agent: false,
  })
  outgoing.once('response', (incoming) => {
    const { connection, 'transfer-encoding': _, ...headers } = incoming.headers
    response.writeHead(incoming.statusCode ?? 502, headers)
    response.flushHeaders()
    // Whoever leaves first ends it for the other.
    pipeline(incoming, response).catch(() => outgoing.destroy())
  })
  outgoing.once('error', () => {
    if (!response.headersSent) response.writeHead(502, { 'cache-control': 'no-store' })
    response.end()
  })
  response.once('close', () => outgoing.destroy())
  outgoing.end()
}
