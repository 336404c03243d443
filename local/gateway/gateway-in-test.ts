import { createServer, type RequestListener } from 'node:http'
import type { Route } from '@mayfly/contract/route'
import { type AccessLogEntry, type GatewayOptions, startGateway } from './gateway.ts'
import { close, listen } from './listen.ts'

/** A route for a test: `route('GET', '/posts/{id}')`, kept by the backend and open to all unless said otherwise. */
export function route(
  method: Route['method'],
  path: Route['path'],
  more: Partial<Record<keyof Route, string>> = {},
) {
  const base = { method, path, auth: 'none', by: 'backend', summary: '' }
  return { ...base, ...more } as unknown as Route
}

type Given = Partial<GatewayOptions> & { backend?: RequestListener }

const functions: GatewayOptions['functions'] = {
  'authorize-request': async (event: { identitySource: string[] }) => ({
    isAuthorized: event.identitySource[0] === 'Bearer good',
    context: { userId: 'ada' },
  }),
  'answer-preflight': async () => ({ statusCode: 204 }),
}

/** A gateway with a backend behind it, both real and on free ports; its log is kept in `entries`. */
export async function openGateway({ backend = echo, ...given }: Given) {
  const backendServer = createServer(backend)
  const backendOrigin = await listen(backendServer, 0)
  const entries: AccessLogEntry[] = []
  const gateway = await startGateway({
    port: 0,
    routes: {},
    backendOrigin,
    authorizer: 'authorize-request',
    preflight: 'answer-preflight',
    now: () => new Date(),
    log: (entry) => entries.push(entry),
    ...given,
    functions: { ...functions, ...given.functions },
  })
  async function stop() {
    await gateway.stop()
    await close(backendServer)
  }
  return { origin: gateway.origin, backendServer, entries, stop, [Symbol.asyncDispose]: stop }
}

export interface Seen {
  method: string
  url: string
  headers: Record<string, string>
  length: number
  body: string
}

/** What `echo` tells. */
export async function seenIn(answer: Response): Promise<Seen> {
  return (await answer.json()) as Seen
}

/** Tells what arrived at the backend. */
const echo: RequestListener = async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const body = Buffer.concat(chunks)
  const seen = { method: request.method, url: request.url, headers: request.headers, length: body.length }
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify({ ...seen, body: body.subarray(0, 1_000).toString() }))
}
