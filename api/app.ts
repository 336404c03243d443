import { LIVE_PATH } from '@mayfly/contract/live'
import { parseInput } from '@mayfly/contract/parse-input'
import { PROBLEM_TYPE, problemOf, retryHeaders } from '@mayfly/contract/problem'
import { Refusal } from '@mayfly/contract/refusal'
import type { Route } from '@mayfly/contract/route'
import { routes } from '@mayfly/contract/routes'
import { corsHeaders } from '@mayfly/domain/cors'
import type { Stores } from '@mayfly/storage/stores'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { accessLog, type Log, type Variables } from './access-log.ts'
import { holdBack } from './hold-back.ts'
import type { LiveHub } from './live-hub.ts'
import { operations } from './operations.ts'
import { identify, readInput } from './request.ts'
import { sessionCookie } from './session-cookie.ts'

const MOST_BODY_BYTES = 64 * 1024

export interface AppOptions {
  stores: Stores
  live: LiveHub
  now: () => Date
  siteOrigins: readonly string[]
  log: Log
}

/** The backend: binds every route of the contract to its operation. */
export function createApp(options: AppOptions) {
  const app = new Hono<Variables>()
  app.use(accessLog(options.log))
  app.use(async (context, next) => {
    context.header('cache-control', 'no-store')
    context.header('x-content-type-options', 'nosniff')
    const cors = corsHeaders(context.req.header('origin'), options.siteOrigins)
    for (const [name, value] of Object.entries(cors)) context.header(name, value)
    await next()
  })
  app.use(bodyLimit({ maxSize: MOST_BODY_BYTES, onError: tooLarge }))

  for (const [name, route] of Object.entries<Route>(routes)) {
    if (route.by !== 'backend') continue
    const operation = operations[name as keyof typeof operations] as AnyOperation
    const path = route.path.replaceAll(/\{(\w+)\}/g, ':$1')
    app.on(route.method, path, (context) => answer(context, name, route, operation, options))
  }

  app.get(LIVE_PATH, (context) => openLive(context, options))

  app.notFound((context) => refuse(context, new Refusal('not-found', 'There is nothing at this address.')))
  app.onError((error, context) => {
    const requestId = context.get('requestId')
    if (error instanceof Refusal) {
      // Whoever asked is told no more than "unavailable"; what is behind it is for the operators.
      if (error.cause) options.log.error({ requestId, err: error.cause }, 'a part did not answer')
      return refuse(context, error)
    }
    options.log.error({ requestId, err: error }, 'a request failed')
    return problem(context, 500, {
      type: 'about:blank',
      title: 'Internal error',
      status: 500,
      code: 'internal',
      detail: 'Something went wrong on our side. Please try again in a moment.',
    })
  })
  return app
}

type AnyOperation = (input: unknown, context: object) => Promise<unknown>

async function answer(
  context: Context<Variables>,
  name: string,
  route: Route,
  operation: AnyOperation,
  { stores, now: clock, siteOrigins }: AppOptions,
) {
  context.set('route', name)
  const now = clock()
  context.header('date', now.toUTCString())
  const viewer = await identify(context, route, stores, now)
  const input = parseInput(route, await readInput(context))
  await holdBack(route, { context, viewer, input, stores, now })
  const session = sessionCookie(context, siteOrigins)
  const userAgent = context.req.header('user-agent')
  const output = route.output.parse(await operation(input, { stores, now, viewer, session, userAgent }))
  if (route.success === 204) return context.body(null, 204)
  if (route.type) return context.html(String(output))
  return context.json(output, route.success ?? 200)
}

/** What happens to the viewer, as it happens. */
async function openLive(context: Context<Variables>, { stores, live, now: clock }: AppOptions) {
  context.set('route', 'live')
  const viewer = await identify(context, { auth: 'required' }, stores, clock())
  if (viewer === undefined) throw new Refusal('signed-out', 'Please sign in.')
  context.header('content-type', 'text/event-stream')
  // Nobody would read the stream, nor end it.
  if (context.req.method === 'HEAD') return context.body(null)
  return context.body(live.open(viewer))
}

function refuse(context: Context<Variables>, refusal: Refusal) {
  const details = problemOf(refusal)
  if (refusal.code === 'signed-out') context.header('www-authenticate', 'Bearer')
  for (const [name, value] of Object.entries(retryHeaders(refusal))) context.header(name, value)
  return problem(context, details.status, details)
}

function problem(context: Context<Variables>, status: number, details: object) {
  context.header('content-type', PROBLEM_TYPE)
  return context.body(JSON.stringify(details), status as ContentfulStatusCode)
}

function tooLarge(context: Context<Variables>) {
  const refusal = new Refusal('invalid', `A request has at most ${MOST_BODY_BYTES / 1024} KB.`)
  return problem(context, 413, { ...problemOf(refusal), title: 'Too large', status: 413 })
}
