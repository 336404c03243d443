import { canonicalRequest, deriveSigningKey, hmac, sha256 } from '../sigv4-canonical.ts'
import { credentials, region } from './dynamodb-for-tests.ts'

export type Signing = {
  at?: Date
  region?: string
  service?: string
  accessKeyId?: string
  secretAccessKey?: string
  /** Headers that are sent but not signed. */
  unsigned?: string[]
}

export type Answer = {
  status: number
  headers: Headers
  text: string
  body: { __type?: string; message?: string } & Record<string, unknown>
}

/** Sends a body to an operation just as it is, where a client would tidy up. */
export async function callSigned(
  url: string,
  operation: string,
  body: string | Buffer,
  signing: Signing = {},
  more: Record<string, string> = {},
): Promise<Answer> {
  return call(url, body, signedHeaders(url, operation, body, signing, more))
}

export async function call(
  url: string,
  body: string | Buffer,
  headers: Record<string, string>,
  method = 'POST',
): Promise<Answer> {
  const { host: _, ...sent } = headers
  const hasBody = method !== 'GET'
  const answer = await fetch(url, { method, headers: sent, ...(hasBody && { body }) })
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, text, body: JSON.parse(text) }
}

/** The headers of a call, signed, with the target of an operation such as `DynamoDB_20120810.GetItem`. */
export function signedHeaders(
  url: string,
  operation: string,
  body: string | Buffer,
  signing: Signing = {},
  more: Record<string, string> = {},
): Record<string, string> {
  const { at = new Date(), service = 'dynamodb', unsigned = [] } = signing
  const keys = { ...credentials, ...signing }
  const scopeRegion = signing.region ?? region
  const date = at.toISOString().replace(/[-:]|\.\d+/g, '')
  const scope = `${date.slice(0, 8)}/${scopeRegion}/${service}/aws4_request`
  const headers: Record<string, string> = {
    host: new URL(url).host,
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-date': date,
    'x-amz-target': operation,
    ...more,
  }
  const names = Object.keys(headers)
    .filter((name) => !unsigned.includes(name))
    .sort()
  const payloadHash = sha256(Buffer.from(body))
  const canonical = canonicalRequest({ method: 'POST', url: '/', headers, payloadHash }, names, service)
  const signingKey = deriveSigningKey({ credentials: keys, region: scopeRegion, service }, date.slice(0, 8))
  const signature = hmac(
    signingKey,
    ['AWS4-HMAC-SHA256', date, scope, sha256(canonical)].join('\n'),
  ).toString('hex')
  const authorization = `AWS4-HMAC-SHA256 Credential=${keys.accessKeyId}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`
  return { ...headers, authorization }
}
