import type { IncomingMessage } from 'node:http'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { forwardedFor } from './forwarded-for.ts'
import type { Match } from './match-route.ts'

export const ACCOUNT_ID = '000000000000'
export const API_ID = 'local'

export interface Arrival {
  request: IncomingMessage
  match: Match
  /** The path's decoded segments. */
  segments: string[]
  /** Without the question mark, as it was sent. */
  query: string
  requestId: string
  at: Date
}

/** The request as an event of payload format 2.0, without its body. */
export function lambdaEvent({ request, match, segments, query, requestId, at }: Arrival) {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '')
  // An HTTP API hands on the decoded path, although it is called raw.
  const path = `/${segments.join('/')}`
  const event: APIGatewayProxyEventV2 = {
    version: '2.0',
    routeKey: match.route.key,
    rawPath: path,
    rawQueryString: query,
    headers: {
      ...joinedHeaders(request),
      'x-forwarded-for': forwardedFor(request),
      'x-forwarded-proto': 'http',
    },
    requestContext: {
      accountId: ACCOUNT_ID,
      apiId: API_ID,
      domainName: host,
      domainPrefix: host.split('.')[0] as string,
      http: {
        method: request.method as string,
        path,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId,
      routeKey: match.route.key,
      stage: '$default',
      time: commonLogTime(at),
      timeEpoch: at.getTime(),
    },
    isBase64Encoded: false,
  }
  if (request.headers.cookie) event.cookies = request.headers.cookie.split('; ')
  if (query) event.queryStringParameters = joined(new URLSearchParams(query))
  if (Object.keys(match.parameters).length > 0) event.pathParameters = match.parameters
  return event
}

/** The event with its body: as text when the content type says so, else in base64. */
export function withBody(event: APIGatewayProxyEventV2, body: Buffer): APIGatewayProxyEventV2 {
  if (body.length === 0) return event
  const isText = TEXT_TYPE.test(event.headers['content-type'] ?? '')
  return { ...event, body: body.toString(isText ? 'utf8' : 'base64'), isBase64Encoded: !isText }
}

/** Forms are not among them: an HTTP API sends them in base64. */
const TEXT_TYPE = /^\s*(text\/|application\/(?:json|javascript|xml|[^;]*\+(?:json|xml))\s*(?:;|$))/i

function joinedHeaders(request: IncomingMessage): Record<string, string> {
  const pairs: [string, string][] = []
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    // Cookies have a field of their own.
    if (name === 'cookie') continue
    for (const value of values ?? []) pairs.push([name, value])
  }
  return joined(pairs)
}

/** Repeated names become one, their values joined by commas. */
function joined(pairs: Iterable<[string, string]>): Record<string, string> {
  const values: Record<string, string> = Object.create(null)
  for (const [name, value] of pairs) {
    const before = values[name]
    values[name] = before === undefined ? value : `${before},${value}`
  }
  return { ...values }
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** `12/Mar/2026:19:03:58 +0000` */
function commonLogTime(at: Date): string {
  const day = String(at.getUTCDate()).padStart(2, '0')
  const time = at.toISOString().slice(11, 19)
  return `${day}/${months[at.getUTCMonth()]}/${at.getUTCFullYear()}:${time} +0000`
}
