import { createHash, createHmac } from 'node:crypto'

export type Credentials = { accessKeyId: string; secretAccessKey: string }

export type SignedRequest = {
  method: string
  /** Path and query exactly as they came over the wire. */
  url: string
  headers: Record<string, string | string[] | undefined>
  /** Hex SHA-256 of the body; for S3 the value of `x-amz-content-sha256`, which S3 itself holds against the body. */
  payloadHash: string
}

/** The parameter of a presigned address that carries the signature, and is therefore not signed itself. */
const signatureParameter = 'X-Amz-Signature'

/** The text whose SHA-256 is signed. Source: "Create a signed AWS API request", IAM user guide. */
export function canonicalRequest(request: SignedRequest, signedHeaders: string[], service: string): string {
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
  const pairs = queryPairs(query).filter(([name]) => name !== signatureParameter)
  const encoded = pairs.map(([name, value]) => [encode(name), encode(value)] as const)
  return encoded
    .sort(byNameThenValue)
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
}

/** Names and values as they are signed: a plus sign stands for itself. */
export function queryPairs(query: string): [name: string, value: string][] {
  if (query === '') return []
  return query.split('&').map((pair) => {
    const [name = '', value = ''] = splitOnce(pair, '=').map(decode)
    return [name, value]
  })
}

function byNameThenValue(one: readonly [string, string], other: readonly [string, string]): number {
  const place = one[0] === other[0] ? 1 : 0
  const [left, right] = [one[place], other[place]]
  if (left === right) return 0
  return left < right ? -1 : 1
}

/** The headers that must be under a signature and are not: the host and every `x-amz-` header. */
export function headersNotSigned(headers: SignedRequest['headers'], signedHeaders: string[]): string[] {
  const amazons = Object.keys(headers).filter((name) => name.startsWith('x-amz-'))
  const covered = new Set(signedHeaders)
  return ['host', ...amazons].filter((name) => !covered.has(name))
}

const derivedKeys = new Map<string, Buffer>()
const MOST_DERIVED_KEYS = 20

/** The key that signs for one day, one region and one service. It is the same all day long, so the last ones are kept. */
export function deriveSigningKey(
  { credentials, region, service }: { credentials: Credentials; region: string; service: string },
  day: string,
): Buffer {
  const name = JSON.stringify([credentials.secretAccessKey, day, region, service])
  const known = derivedKeys.get(name)
  if (known) return known
  const dayKey = hmac(`AWS4${credentials.secretAccessKey}`, day)
  const serviceKey = hmac(hmac(dayKey, region), service)
  const derived = hmac(serviceKey, 'aws4_request')
  if (derivedKeys.size >= MOST_DERIVED_KEYS) derivedKeys.clear()
  derivedKeys.set(name, derived)
  return derived
}

/** Milliseconds since 1970 of a date such as `20130524T000000Z`; undefined when it is none. */
export function parseAmzDate(date: string): number | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date)
  if (!match) return undefined
  const [year = 0, month = 0, ...rest] = match.slice(1).map(Number)
  return Date.UTC(year, month - 1, ...rest)
}

export function headerText(value: string | string[] | undefined): string {
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

/** Percent-encodes all but the letters, digits and `-._~`. */
export function encode(text: string): string {
  const percentEncode = (char: string) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`
  return encodeURIComponent(text.toWellFormed()).replace(/[!'()*]/g, percentEncode)
}

export function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}

export function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}
