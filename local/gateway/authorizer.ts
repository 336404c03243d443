import type { APIGatewayProxyEventV2, APIGatewayRequestAuthorizerEventV2 } from 'aws-lambda'
import { ACCOUNT_ID, API_ID } from './lambda-event.ts'
import type { GatewayRoute } from './match-route.ts'

export interface Verdict {
  isAuthorized: boolean
  /** What the authorizer tells the functions behind it. */
  context: Record<string, unknown>
}

export interface AuthorizerOptions {
  invoke: (event: object) => Promise<unknown>
  now: () => Date
  ttlSeconds: number
}

const LONGEST_CACHE = 1_000

/**
 * A REQUEST authorizer with simple responses, whose identity source is the Authorization header.
 * Its verdict, a "no" too, is kept for `ttlSeconds`. Throws when the function fails or returns no verdict.
 */
export function createAuthorizer({ invoke, now, ttlSeconds }: AuthorizerOptions) {
  const cache = new Map<string, { verdict: Verdict; until: number }>()

  return async function authorize(event: APIGatewayProxyEventV2, route: GatewayRoute, identity: string) {
    // One authorizer a level: a kept "yes" for the signed-in is never one for the moderators.
    const key = `${route.auth} ${identity}`
    const kept = cache.get(key)
    if (kept && kept.until > now().getTime()) return kept.verdict
    const verdict = readVerdict(await invoke(authorizerEvent(event, identity)))
    cache.delete(key)
    if (ttlSeconds > 0) cache.set(key, { verdict, until: now().getTime() + ttlSeconds * 1_000 })
    if (cache.size > LONGEST_CACHE) cache.delete(cache.keys().next().value as string)
    return verdict
  }
}

function readVerdict(result: unknown): Verdict {
  const { isAuthorized, context } = (result ?? {}) as Partial<Verdict>
  if (typeof isAuthorized !== 'boolean') throw new Error('The authorizer did not say whether isAuthorized.')
  return { isAuthorized, context: context ?? {} }
}

function authorizerEvent(
  event: APIGatewayProxyEventV2,
  identity: string,
): Omit<APIGatewayRequestAuthorizerEventV2, 'cookies'> {
  const { isBase64Encoded: _, ...rest } = event
  const { method, path } = event.requestContext.http
  return {
    ...rest,
    type: 'REQUEST',
    routeArn: `arn:aws:execute-api:us-east-1:${ACCOUNT_ID}:${API_ID}/$default/${method}${path}`,
    identitySource: [identity],
  }
}
