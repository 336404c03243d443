import { Agent, type IncomingMessage, request as startRequest } from 'node:http'
import { type ContextVariable, gatewayHeaders } from '@mayfly/config/gateway-headers'
import type { Answer } from './answer.ts'
import { forwardedFor } from './forwarded-for.ts'
import { readWhole } from './read-whole.ts'

export interface Forwarding {
  request: IncomingMessage
  /** Encoded anew from what was matched, so that gateway and backend read the same path. */
  target: string
  body: Buffer
  requestId: string
  /** Ends the backend's work when the caller has left or the time is over. */
  signal: AbortSignal
}

/** Hop-by-hop headers, and what the next hop says for itself. */
const ownHeaders = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'content-length',
  'expect',
  'host',
])

/** The way to the container, as API Gateway takes it through its VPC link and the load balancer. */
export function connectBackend(origin: string, longestBytes: number) {
  const agent = new Agent({ keepAlive: true })

  /** The backend's whole answer. Throws when it cannot be reached, breaks off, or the signal says stop. */
  async function forward(forwarding: Forwarding): Promise<Answer> {
    const { request, target, body, signal } = forwarding
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
    const outgoing = startRequest(origin + target, {
      agent,
      signal,
      method: request.method as string,
      headers: headersFor(forwarding),
    })
    outgoing.once('response', resolve)
    outgoing.once('error', reject)
    outgoing.end(body)
    const incoming = await promise
    return {
      status: incoming.statusCode as number,
      headers: endToEnd(incoming),
      body: await readWhole(incoming, longestBytes),
    }
  }

  return { forward, close: () => agent.destroy() }
}

function headersFor({ request, body, requestId }: Forwarding): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = Object.create(null)
  for (const [name, value] of endToEnd(request)) {
    const before = headers[name]
    headers[name] = before === undefined ? value : [before, value].flat()
  }
  const caller = request.socket.remoteAddress ?? ''
  const host = request.headers.host ?? ''
  headers['x-forwarded-for'] = forwardedFor(request)
  headers['x-forwarded-proto'] = 'http'
  headers.forwarded = `for=${caller};host=${host};proto=http`
  headers.via = 'HTTP/1.1 AmazonAPIGateway'
  const variables: Record<ContextVariable, string> = {
    '$context.requestId': requestId,
    '$context.identity.sourceIp': caller,
  }
  for (const [name, variable] of Object.entries(gatewayHeaders)) headers[name] = variables[variable]
  if (body.length > 0 || request.method !== 'GET') headers['content-length'] = String(body.length)
  return headers
}

function endToEnd(message: IncomingMessage): [string, string][] {
  const named = (message.headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase())
  const pairs: [string, string][] = []
  for (const [name, values] of Object.entries(message.headersDistinct)) {
    if (ownHeaders.has(name) || named.includes(name)) continue
    for (const value of values ?? []) pairs.push([name, value])
  }
  return pairs
}
