import type { IncomingMessage } from 'node:http'

/** The chain of addresses that a request came through. Only the last one is sure: a caller may write the others. */
export function forwardedFor(request: IncomingMessage): string {
  const before = request.headersDistinct['x-forwarded-for'] ?? []
  return [...before, request.socket.remoteAddress ?? ''].join(', ')
}
