import { timingSafeEqual } from 'node:crypto'
import {
  type Credentials,
  canonicalRequest,
  deriveSigningKey,
  headersNotSigned,
  headerText,
  hmac,
  parseAmzDate,
  queryPairs,
  type SignedRequest,
  sha256,
} from './sigv4-canonical.ts'

export type { Credentials, SignedRequest }

export type SigningScope = {
  credentials: Credentials
  region: string
  service: string
  /** The signer's clock: real time, because the AWS SDK signs with it. */
  now: Date
}

/** What S3 needs to verify signed chunks: the seed signature, the signing key, the date and the scope. */
export type Seal = { signature: string; signingKey: Buffer; date: string; scope: string }

type Verified = { valid: true; accessKeyId: string } & Seal

/** `unsigned` comes with `malformed` and names the headers that had to be signed. */
type Refused<Reason> = { valid: false; reason: Reason; unsigned?: string[] }

type Reason = 'missing' | 'malformed' | 'unknown-key' | 'wrong-scope' | 'expired' | 'mismatch'

export type SignatureVerdict = Verified | Refused<Reason>

/** A presigned address has a time before which it does not count, and one for which it may not be made. */
export type QueryVerdict = Verified | Refused<Reason | 'not-yet' | 'too-long'>

type Authorization = {
  accessKeyId: string
  scope: string[]
  signedHeaders: string[]
  signature: string
  date: string
}

const algorithm = 'AWS4-HMAC-SHA256'
const allowedSkewMilliseconds = 15 * 60 * 1000
const longestPresignedSeconds = 7 * 24 * 60 * 60

/**
 * Verifies a request signed with AWS Signature Version 4 in its Authorization header.
 * It never throws; each service words its own refusal from `reason`.
 * Source: "Create a signed AWS API request", IAM user guide.
 */
export function verifySignature(request: SignedRequest, signing: SigningScope): SignatureVerdict {
  const header = headerText(request.headers.authorization)
  if (!header) return { valid: false, reason: 'missing' }
  const authorization = parseHeader(header, headerText(request.headers['x-amz-date']))
  const time = authorization && parseAmzDate(authorization.date)
  if (!authorization || time === undefined) return { valid: false, reason: 'malformed' }
  const isInTime = () => Math.abs(signing.now.getTime() - time) <= allowedSkewMilliseconds
  return verify(request, signing, authorization, () => (isInTime() ? undefined : 'expired'))
}

/**
 * Verifies a presigned address: Signature Version 4 in the query. It never throws.
 * `X-Amz-Expires` is 1 second to 7 days. Source: "Authenticating requests: using query parameters", S3 API reference.
 */
export function verifyQuerySignature(request: SignedRequest, signing: SigningScope): QueryVerdict {
  const pairs = queryPairs(request.url.split(/\?(.*)/s)[1] ?? '')
  const query = new Map(pairs)
  if (!query.has('X-Amz-Signature')) return { valid: false, reason: 'missing' }
  const authorization = parseQuery(query)
  const time = authorization && parseAmzDate(authorization.date)
  const expires = query.get('X-Amz-Expires') ?? ''
  const isAmbiguous = query.size !== pairs.length
  if (!authorization || time === undefined || isAmbiguous || !/^[1-9]\d{0,9}$/.test(expires)) {
    return { valid: false, reason: 'malformed' }
  }
  const seconds = Number(expires)
  return verify(request, signing, authorization, () => {
    const age = signing.now.getTime() - time
    if (seconds > longestPresignedSeconds) return 'too-long'
    if (age < -allowedSkewMilliseconds) return 'not-yet'
    return age > seconds * 1000 ? 'expired' : undefined
  })
}

function parseHeader(header: string, date: string): Authorization | undefined {
  const fields =
    /^AWS4-HMAC-SHA256 +Credential=([^,\s]+), *SignedHeaders=([^,\s]+), *Signature=([0-9a-f]{64})$/
  const match = fields.exec(header)
  if (!match) return undefined
  const [, credential = '', signedHeaders = '', signature = ''] = match
  return authorizationOf(credential, signedHeaders, signature, date)
}

function parseQuery(query: Map<string, string>): Authorization | undefined {
  const signature = query.get('X-Amz-Signature') ?? ''
  const isWhole = query.get('X-Amz-Algorithm') === algorithm && /^[0-9a-f]{64}$/.test(signature)
  if (!isWhole) return undefined
  const [credential, signedHeaders] = [query.get('X-Amz-Credential'), query.get('X-Amz-SignedHeaders')]
  return authorizationOf(credential ?? '', signedHeaders ?? '', signature, query.get('X-Amz-Date') ?? '')
}

function authorizationOf(credential: string, signedHeaders: string, signature: string, date: string) {
  const [accessKeyId = '', ...scope] = credential.split('/')
  return { accessKeyId, scope, signedHeaders: signedHeaders.split(';'), signature, date }
}

function verify<Untimely extends string>(
  request: SignedRequest,
  signing: SigningScope,
  authorization: Authorization,
  untimely: () => Untimely | undefined,
): Verified | Refused<Reason | Untimely> {
  const { accessKeyId, signedHeaders, signature, date } = authorization
  const unsigned = headersNotSigned(request.headers, signedHeaders)
  if (unsigned.length > 0) return { valid: false, reason: 'malformed', unsigned }
  if (accessKeyId !== signing.credentials.accessKeyId) return { valid: false, reason: 'unknown-key' }
  const day = date.slice(0, 8)
  const scope = [day, signing.region, signing.service, 'aws4_request'].join('/')
  if (authorization.scope.join('/') !== scope) return { valid: false, reason: 'wrong-scope' }
  const reason = untimely()
  if (reason) return { valid: false, reason }
  const signingKey = deriveSigningKey(signing, day)
  const canonical = canonicalRequest(request, signedHeaders, signing.service)
  const expected = hmac(signingKey, [algorithm, date, scope, sha256(canonical)].join('\n'))
  if (!isSame(expected, signature)) return { valid: false, reason: 'mismatch' }
  return { valid: true, accessKeyId, signature, signingKey, date, scope }
}

/** Compares a signature with the hex text that came, in a time that tells nothing. */
export function isSame(expected: Buffer, signature: string): boolean {
  const given = Buffer.from(signature, 'hex')
  return given.length === expected.length && timingSafeEqual(given, expected)
}
