import { routes } from '@mayfly/contract/routes'

const methods = [...new Set(Object.values(routes).map((route) => route.method))].join(', ')
const ONE_DAY_SECONDS = 86_400

/** The headers that let the site's own pages read an answer; none for any other origin. */
export function corsHeaders(
  origin: string | undefined,
  siteOrigins: readonly string[],
): Record<string, string> {
  if (origin === undefined || !siteOrigins.includes(origin)) return { vary: 'Origin' }
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'Date, Retry-After, X-Request-Id',
    vary: 'Origin',
  }
}

/** What a preflight is answered with, as well. */
export function preflightHeaders(origin: string | undefined, siteOrigins: readonly string[]) {
  const headers = corsHeaders(origin, siteOrigins)
  if (!('access-control-allow-origin' in headers)) return headers
  return {
    ...headers,
    'access-control-allow-methods': methods,
    'access-control-allow-headers': 'Authorization, Content-Type',
    'access-control-max-age': String(ONE_DAY_SECONDS),
  }
}
