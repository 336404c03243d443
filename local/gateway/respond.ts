import type { IncomingMessage } from 'node:http'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { type Answer, type RefusalStatus, refuse } from './answer.ts'
import type { createAuthorizer } from './authorizer.ts'
import type { connectBackend } from './backend.ts'
import { TimedOut } from './invoke.ts'
import { answerOf } from './lambda-answer.ts'
import { type Arrival, lambdaEvent, withBody } from './lambda-event.ts'
import { type GatewayRoute, matchRoute, readPath } from './match-route.ts'
import { readWhole, TooLong } from './read-whole.ts'

export interface GatewayLimits {
  /** The longest body of a request or of the backend's answer. */
  bodyBytes: number
  /** How long an integration may take. */
  integrationMs: number
  authorizerMs: number
}

export interface Parts {
  table: GatewayRoute[]
  authorize: ReturnType<typeof createAuthorizer>
  backend: ReturnType<typeof connectBackend>
  call: (name: string, event: object, timeoutMs: number) => Promise<unknown>
  now: () => Date
  limits: GatewayLimits
}

export interface Outcome {
  answer: Answer
  /** `GET /posts/{id}`, or `-` when no route fits. */
  routeKey: string
  /** Why the gateway itself answered with 500 or 503. */
  error?: unknown
}

/** A step's "no": what the caller is told, and why. */
class Refused extends Error {
  readonly status: RefusalStatus

  constructor(status: RefusalStatus, cause?: unknown) {
    super(`Refused with ${status}.`, { cause })
    this.status = status
  }
}

/** Takes a request through route, authorizer and integration. It never throws. */
export async function respond(
  parts: Parts,
  request: IncomingMessage,
  requestId: string,
  gone: AbortSignal,
): Promise<Outcome> {
  const [path, query] = splitTarget(request.url ?? '')
  const segments = readPath(path)
  if (!segments) return { answer: refuse(400), routeKey: '-' }
  const match = matchRoute(parts.table, request.method as string, segments)
  if (!match) return { answer: refuse(404), routeKey: '-' }
  const arrival = { request, match, segments, query, requestId, at: parts.now() }
  try {
    return { answer: await integrate(parts, arrival, gone), routeKey: match.route.key }
  } catch (error) {
    const refused = error instanceof Refused ? error : new Refused(500, error)
    return { answer: refuse(refused.status), routeKey: match.route.key, error: refused.cause }
  }
}

function splitTarget(target: string): [path: string, query: string] {
  const mark = target.indexOf('?')
  return mark < 0 ? [target, ''] : [target.slice(0, mark), target.slice(mark + 1)]
}

async function integrate(parts: Parts, arrival: Arrival, gone: AbortSignal): Promise<Answer> {
  const { request, match } = arrival
  const event = lambdaEvent(arrival)
  const { auth, by } = match.route
  const isGuarded = auth === 'required' || auth === 'moderator'
  const context = isGuarded ? await pass(parts, event, match.route) : undefined
  const body = await readWhole(request, parts.limits.bodyBytes).catch((error) => {
    throw new Refused(error instanceof TooLong ? 413 : 400)
  })
  if (by === 'backend') return forward(parts, arrival, body, gone)
  if (context) Object.assign(event.requestContext, { authorizer: { lambda: context } })
  return callFunction(parts, by, withBody(event, body))
}

/** What the authorizer tells of the caller. */
async function pass(parts: Parts, event: APIGatewayProxyEventV2, route: GatewayRoute) {
  const identity = event.headers.authorization
  if (!identity) throw new Refused(401)
  const verdict = await parts.authorize(event, route, identity).catch((error) => {
    throw new Refused(500, error)
  })
  if (!verdict.isAuthorized) throw new Refused(403)
  return verdict.context
}

async function callFunction(parts: Parts, name: string, event: APIGatewayProxyEventV2): Promise<Answer> {
  try {
    return answerOf(await parts.call(name, event, parts.limits.integrationMs))
  } catch (error) {
    throw new Refused(error instanceof TimedOut ? 503 : 500, error)
  }
}

async function forward(parts: Parts, arrival: Arrival, body: Buffer, gone: AbortSignal): Promise<Answer> {
  const { request, segments, query, requestId } = arrival
  const path = `/${segments.map(encodeURIComponent).join('/')}`
  const over = new AbortController()
  const timer = setTimeout(() => over.abort(), parts.limits.integrationMs)
  gone.addEventListener('abort', () => over.abort(), { once: true })
  if (gone.aborted) over.abort()
  try {
    const target = query ? `${path}?${query}` : path
    return await parts.backend.forward({ request, target, body, requestId, signal: over.signal })
  } catch (error) {
    throw new Refused(503, error)
  } finally {
    clearTimeout(timer)
  }
}
