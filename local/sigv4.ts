import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

export type Credentials = { accessKeyId: string; secretAccessKey: string }

export type SignedRequest = {
  method: string
  /** Path and query exactly as they came over the wire. */
  url: string
  headers: Record<string, string | string[] | undefined>
  /** Hex SHA-256 of the body; for S3 the value of `x-amz-content-sha256`, which S3 itself holds against the body. */
  payloadHash: string
}

export type SigningScope = {
  credentials: Credentials
  region: string
  service: string
  /** The signer's clock: real time, because the AWS SDK signs with it. */
  now: Date
}

export type SignatureVerdict =
  | { valid: true; accessKeyId: string; signature: string; signingKey: Buffer; date: string; scope: string }
  | { valid: false; reason: 'missing' | 'malformed' | 'unknown-key' | 'wrong-scope' | 'expired' | 'mismatch' }

type Authorization = { accessKeyId: string; scope: string[]; signedHeaders: string[]; signature: string }

const algorithm = 'AWS4-HMAC-SHA256'
const allowedSkewMilliseconds = 15 * 60 * 1000

/**
 * Verifies a request signed with AWS Signature Version 4 in its Authorization header.
 * It never throws; each service words its own refusal from `reason`. On success it hands out what S3 needs
 * to verify signed chunks: the seed signature, the signing key, the date and the scope.
 * Source: "Create a signed AWS API request", IAM user guide.
 */
export function verifySignature(request: SignedRequest, signing: SigningScope): SignatureVerdict {
  const header = headerText(request.headers.authorization)
  if (!header) return { valid: false, reason: 'missing' }
  const authorization = parseAuthorization(header)
  const date = headerText(request.headers['x-amz-date'])
  const time = parseDate(date)
  if (!authorization || time === undefined || !coversWhatMatters(authorization, request)) {
    return { valid: false, reason: 'malformed' }
  }
  if (authorization.accessKeyId !== signing.credentials.accessKeyId) {
    return { valid: false, reason: 'unknown-key' }
  }
  const day = date.slice(0, 8)
  const scope = [day, signing.region, signing.service, 'aws4_request'].join('/')
  if (authorization.scope.join('/') !== scope) return { valid: false, reason: 'wrong-scope' }
  if (Math.abs(signing.now.getTime() - time) > allowedSkewMilliseconds) {
    return { valid: false, reason: 'expired' }
  }
  const signingKey = deriveSigningKey(signing, day)
  const canonical = canonicalRequest(request, authorization.signedHeaders, signing.service)
  const expected = hmac(signingKey, [algorithm, date, scope, sha256(canonical)].join('\n'))
  const given = Buffer.from(authorization.signature, 'hex')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    return { valid: false, reason: 'mismatch' }
  }
  const { accessKeyId, signature } = authorization
  return { valid: true, accessKeyId, signature, signingKey, date, scope }
}

function parseAuthorization(header: string): Authorization | undefined {
  const fields =
    /^AWS4-HMAC-SHA256 +Credential=([^,\s]+), *SignedHeaders=([^,\s]+), *Signature=([0-9a-f]{64})$/
  const match = fields.exec(header)
  if (!match) return undefined
  const [, credential = '', signedHeaders = '', signature = ''] = match
  const [accessKeyId = '', ...scope] = credential.split('/')
  return { accessKeyId, scope, signedHeaders: signedHeaders.split(';'), signature }
}

/** Without the host and every `x-amz-` header under the signature, a captured request could be bent. */
function coversWhatMatters({ signedHeaders }: Authorization, request: SignedRequest): boolean {
  const needed = Object.keys(request.headers).filter((name) => name.startsWith('x-amz-'))
  const covered = new Set(signedHeaders)
  return ['host', ...needed].every((name) => covered.has(name))
}

function canonicalRequest(request: SignedRequest, signedHeaders: string[], service: string): string {
  const [path = '/', query = ''] = splitOnce(request.url, '?')
  const headerLines = signedHeaders.map((name) => `${name}:${headerText(request.headers[name])}`)
  return [
    request.method,
    canonicalPath(path, service),
    canonicalQuery(query),
    ...headerLines,
    '',
    signedHeaders.join(';'),
    request.payloadHash,
  ].join('\n')
}

/** Every service but S3 signs the path encoded twice. */
function canonicalPath(path: string, service: string): string {
  const segments = path.split('/').map((segment) => encode(decode(segment)))
  const onceEncoded = segments.join('/')
  return service === 's3' ? onceEncoded : onceEncoded.split('/').map(encode).join('/')
}

function canonicalQuery(query: string): string {
  if (query === '') return ''
  const pairs = query.split('&').map((pair) => splitOnce(pair, '=').map((part) => encode(decode(part))))
  const sorted = pairs.map(([name = '', value = '']) => [name, value] as const).sort(byNameThenValue)
  return sorted.map(([name, value]) => `${name}=${value}`).join('&')
}

function byNameThenValue(one: readonly [string, string], other: readonly [string, string]): number {
  const place = one[0] === other[0] ? 1 : 0
  const [left, right] = [one[place], other[place]]
  if (left === right) return 0
  return left < right ? -1 : 1
}

function deriveSigningKey({ credentials, region, service }: SigningScope, day: string): Buffer {
  const dayKey = hmac(`AWS4${credentials.secretAccessKey}`, day)
  const serviceKey = hmac(hmac(dayKey, region), service)
  return hmac(serviceKey, 'aws4_request')
}

function parseDate(date: string): number | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date)
  if (!match) return undefined
  const [year = 0, month = 0, ...rest] = match.slice(1).map(Number)
  return Date.UTC(year, month - 1, ...rest)
}

function headerText(value: string | string[] | undefined): string {
  const text = Array.isArray(value) ? value.join(',') : (value ?? '')
  return text.trim().replace(/\s+/g, ' ')
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator)
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + separator.length)]
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function encode(text: string): string {
  const percentEncode = (char: string) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`
  return encodeURIComponent(text.toWellFormed()).replace(/[!'()*]/g, percentEncode)
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}
