import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Route } from '@mayfly/contract/route'
import { send } from './answer.ts'
import { createAuthorizer } from './authorizer.ts'
import { connectBackend } from './backend.ts'
import { invoke, type LambdaFunction } from './invoke.ts'
import { close, listen } from './listen.ts'
import { type GatewayRoute, routeTable } from './match-route.ts'
import { type GatewayLimits, type Parts, respond } from './respond.ts'

/** What happened to a request. It holds nothing that a caller sent: no path, no query, no header, no body. */
export interface AccessLogEntry {
  requestId: string
  method: string
  /** `GET /posts/{id}`, or `-` when no route fits. */
  routeKey: string
  /** 499 when the caller left before the answer. */
  status: number
  ms: number
  /** Why the gateway itself answered with 500 or 503. */
  error?: unknown
}

export interface GatewayOptions {
  /** 0 for any free port. */
  port: number
  routes: Record<string, Route>
  /** Where the container answers: `http://127.0.0.1:8080`. */
  backendOrigin: string
  functions: Record<string, LambdaFunction>
  /** The function that stands before the routes whose `auth` is 'required' or 'moderator'. */
  authorizer: string
  /** The function that answers every OPTIONS request. */
  preflight: string
  now: () => Date
  /** How long a verdict of the authorizer is kept. 0 keeps none. */
  authorizerTtlSeconds?: number
  limits?: Partial<GatewayLimits>
  log?: (entry: AccessLogEntry) => void
}

/** API Gateway's quotas for HTTP APIs, and the longest time of a Lambda authorizer. */
const quotas: GatewayLimits = { bodyBytes: 10 * 1024 * 1024, integrationMs: 30_000, authorizerMs: 10_000 }
const TTL_SECONDS = 300
const LONGEST_HEADERS_BYTES = 10_240
const CALLER_LEFT = 499

/**
 * Plays API Gateway's HTTP API (payload format 2.0) on the loopback address, from the contract's table of routes.
 * Throws when the port is taken, or when a route names a function that is not there.
 */
export async function startGateway(options: GatewayOptions) {
  const limits = { ...quotas, ...options.limits }
  const table = routeTable(options.routes, options.preflight)
  const call = caller(options.functions, [options.authorizer, ...functionsIn(table)])
  const backend = connectBackend(options.backendOrigin, limits.bodyBytes)
  const authorize = createAuthorizer({
    invoke: (event) => call(options.authorizer, event, limits.authorizerMs),
    now: options.now,
    ttlSeconds: options.authorizerTtlSeconds ?? TTL_SECONDS,
  })
  const parts: Parts = { table, authorize, backend, call, now: options.now, limits }
  const server = createServer({ maxHeaderSize: LONGEST_HEADERS_BYTES }, (request, response) => {
    void handle(parts, request, response, options.log)
  })
  const origin = await listen(server, options.port)

  async function stop() {
    await close(server)
    backend.close()
  }
  return { origin, port: Number(new URL(origin).port), stop }
}

function functionsIn(table: GatewayRoute[]): string[] {
  return table.map((route) => route.by).filter((by) => by !== 'backend')
}

function caller(functions: Record<string, LambdaFunction>, names: string[]): Parts['call'] {
  const missing = names.filter((name) => !functions[name])
  if (missing.length > 0)
    throw new Error(`The gateway has no such function: ${[...new Set(missing)].join(', ')}.`)
  return (name, event, timeoutMs) => invoke(name, functions[name] as LambdaFunction, event, timeoutMs)
}

async function handle(
  parts: Parts,
  request: IncomingMessage,
  response: ServerResponse,
  log: GatewayOptions['log'],
) {
  const startedAt = performance.now()
  const requestId = `${randomBytes(11).toString('base64url')}=`
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  const { answer, routeKey, error } = await respond(parts, request, requestId, gone.signal)
  const hasLeft = gone.signal.aborted
  const always = { date: parts.now().toUTCString(), 'apigw-requestid': requestId }
  const status = hasLeft ? CALLER_LEFT : send(response, answer, always)
  const ms = Math.round(performance.now() - startedAt)
  log?.({
    requestId,
    method: request.method ?? '',
    routeKey,
    status,
    ms,
    ...(error && !hasLeft ? { error } : {}),
  })
}
