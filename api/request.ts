import { Refusal } from '@mayfly/contract/refusal'
import type { Route } from '@mayfly/contract/route'
import type { Stores } from '@mayfly/storage/stores'
import type { Context } from 'hono'
import { isModeratorIn } from './moderators.ts'
import type { Viewer } from './operation.ts'

/** Path, query and body of a request as one object. The path wins: it is what the gateway has authorised. */
export async function readInput(context: Context): Promise<Record<string, unknown>> {
  const body = await readBody(context)
  return { ...queryOf(context), ...body, ...context.req.param() }
}

async function readBody(context: Context): Promise<Record<string, unknown>> {
  const { method } = context.req
  if (method !== 'POST' && method !== 'PUT') return {}
  const text = await context.req.text().catch(brokenOff)
  if (text === '') return {}
  if (!/^application\/json\b/i.test(context.req.header('content-type') ?? ''))
    throw new Refusal('invalid', 'Please send JSON, with the content type application/json.')
  const value = parseJson(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal('invalid', 'Please send one JSON object.')
  return value as Record<string, unknown>
}

/** Nobody is left to read the answer; it keeps a caller's leaving from being taken for a bug. */
function brokenOff(error: Error & { code?: string }): never {
  if (error.code !== 'ECONNRESET') throw error
  throw new Refusal('invalid', 'The request did not arrive whole. Please send it again.')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal('invalid', 'This is not JSON. Please check the request.')
  }
}

function queryOf(context: Context): Record<string, string> {
  const query: Record<string, string> = {}
  for (const [name, values] of Object.entries(context.req.queries())) {
    if (values.length > 1) throw new Refusal('invalid', `${name} is given more than once.`)
    query[name] = values[0] ?? ''
  }
  return query
}

/** Who asks. A token that is there must be good and its session live, also where none is needed. */
export async function identify(
  context: Context,
  route: Pick<Route, 'auth'>,
  { identity, sessions }: Stores,
  now: Date,
): Promise<Viewer | undefined> {
  if (route.auth === 'none') return undefined
  const accessToken = /^Bearer (\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1]
  if (accessToken === undefined) {
    if (route.auth === 'optional') return undefined
    throw new Refusal('signed-out', 'Please sign in.')
  }
  const { userId, sessionId, groups, endsAt } = await identity.verify(accessToken, now)
  await sessions.check({ sessionId, userId }, now)
  const isModerator = isModeratorIn(groups)
  if (route.auth === 'moderator' && !isModerator) throw new Refusal('not-found', 'There is nothing here.')
  return { id: userId, accessToken, sessionId, isModerator, endsAt }
}
