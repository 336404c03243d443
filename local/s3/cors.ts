import type { CorsRule } from './buckets.ts'
import type { Headers } from './digests.ts'
import { S3Error } from './s3-error.ts'

type Asked = { origin: string; method: string; headers: string[] }

const vary = 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method'

/** The headers that let a page of another origin read an answer; none when no rule allows it. */
export function corsHeaders(rules: CorsRule[] | undefined, method: string, headers: Headers): Headers {
  const { origin } = headers
  if (origin === undefined) return {}
  const rule = (rules ?? []).find((rule) => allows(rule, { origin, method, headers: [] }))
  return rule ? sharedHeaders(rule, origin) : {}
}

/** Answers a preflight. Throws AccessForbidden when no rule of the bucket allows what is asked. */
export function preflight(rules: CorsRule[] | undefined, headers: Headers): Headers {
  if (!rules || rules.length === 0) throw forbidden('CORS is not enabled for this bucket.')
  const { origin, 'access-control-request-method': method } = headers
  if (!origin || !method) {
    throw new S3Error(
      'InvalidRequest',
      'Insufficient information. Origin and Access-Control-Request-Method are needed.',
    )
  }
  const asked = (headers['access-control-request-headers'] ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
  const wanted = asked.filter((name) => name !== '')
  const rule = rules.find((rule) => allows(rule, { origin, method, headers: wanted }))
  if (!rule) throw forbidden('This CORS request is not allowed.')
  return {
    ...sharedHeaders(rule, origin),
    'access-control-allow-methods': rule.allowedMethods.join(', '),
    ...(wanted.length > 0 && { 'access-control-allow-headers': wanted.join(', ') }),
    ...(rule.maxAge !== undefined && { 'access-control-max-age': String(rule.maxAge) }),
  }
}

function sharedHeaders({ allowedOrigins, exposedHeaders = [] }: CorsRule, origin: string): Headers {
  const isForAll = allowedOrigins.includes('*')
  return {
    'access-control-allow-origin': isForAll ? '*' : origin,
    ...(!isForAll && { 'access-control-allow-credentials': 'true' }),
    ...(exposedHeaders.length > 0 && { 'access-control-expose-headers': exposedHeaders.join(', ') }),
    vary,
  }
}

function allows(rule: CorsRule, { origin, method, headers }: Asked): boolean {
  const { allowedOrigins, allowedMethods, allowedHeaders = [] } = rule
  const isAllowed = (header: string) => allowedHeaders.some((pattern) => fits(pattern.toLowerCase(), header))
  return (
    allowedOrigins.some((pattern) => fits(pattern, origin)) &&
    allowedMethods.some((allowed) => allowed === method) &&
    headers.every(isAllowed)
  )
}

/** Whether a text is what a pattern with at most one `*` describes. */
function fits(pattern: string, text: string): boolean {
  const star = pattern.indexOf('*')
  if (star < 0) return pattern === text
  const [start, end] = [pattern.slice(0, star), pattern.slice(star + 1)]
  return text.length >= start.length + end.length && text.startsWith(start) && text.endsWith(end)
}

function forbidden(why: string): S3Error {
  return new S3Error('AccessForbidden', `CORSResponse: ${why}`)
}
