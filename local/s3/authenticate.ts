import {
  type QueryVerdict,
  type Seal,
  type SigningScope,
  verifyQuerySignature,
  verifySignature,
} from '../sigv4.ts'
import type { Call } from './call.ts'
import { type Payload, readPayload } from './payload.ts'
import { S3Error } from './s3-error.ts'

export type Caller = { payload: Payload; seal: Seal }

type Refusal = Exclude<QueryVerdict, { valid: true }>

/**
 * Verifies the signature of a call, in its header or in its query. Throws S3's refusal; without any signature that is
 * AccessDenied, because nothing here is public.
 */
export function authenticate(call: Call): Caller {
  const isPresigned = ['X-Amz-Signature', 'X-Amz-Algorithm', 'Signature'].some((name) => call.query.has(name))
  const header = call.request.headers.authorization
  if (isPresigned && header !== undefined) throw twoMechanisms()
  if (!isPresigned && header === undefined) throw accessDenied('Access Denied')
  const isOther = header === undefined ? call.query.has('Signature') : !header.startsWith('AWS4-HMAC-SHA256')
  if (isOther) throw otherMechanism()
  return isPresigned ? authenticateQuery(call) : authenticateHeader(call)
}

function authenticateHeader(call: Call): Caller {
  const claimed = call.headers['x-amz-content-sha256']
  if (claimed === undefined) {
    throw new S3Error('InvalidRequest', 'Missing required header for this request: x-amz-content-sha256')
  }
  if (call.headers['x-amz-date'] === undefined) {
    throw accessDenied('AWS authentication requires a valid Date or x-amz-date header')
  }
  const payload = readPayload(claimed)
  const verdict = verifySignature(signedRequest(call, claimed), scopeOf(call))
  if (verdict.valid) return { payload, seal: verdict }
  if (verdict.reason === 'expired') throw skewed()
  throw refusal(verdict, 'AuthorizationHeaderMalformed', call)
}

function authenticateQuery(call: Call): Caller {
  const claimed = call.headers['x-amz-content-sha256'] ?? 'UNSIGNED-PAYLOAD'
  const payload = readPayload(claimed)
  const verdict = verifyQuerySignature(signedRequest(call, claimed), scopeOf(call))
  if (verdict.valid) return { payload, seal: verdict }
  throw refusal(verdict, 'AuthorizationQueryParametersError', call)
}

function signedRequest({ request, method }: Call, payloadHash: string) {
  return { method, url: request.url ?? '', headers: request.headers, payloadHash }
}

/** The SDK signs with the machine's clock, which does not move with the clock of the house. */
export function scopeOf({ store }: Call): SigningScope {
  return { credentials: store.credentials, region: store.region, service: 's3', now: new Date() }
}

type Malformed = 'AuthorizationHeaderMalformed' | 'AuthorizationQueryParametersError'

function refusal({ reason, unsigned }: Refusal, malformed: Malformed, { store }: Call): S3Error {
  if (unsigned) {
    const message = 'There were headers present in the request which were not signed'
    return new S3Error('AccessDenied', message, { HeadersNotSigned: unsigned.join(', ') })
  }
  const scope = `<date>/${store.region}/s3/aws4_request`
  const refusals: Record<Refusal['reason'], () => S3Error> = {
    missing: () => new S3Error(malformed, 'The signature is missing.'),
    malformed: () => new S3Error(malformed, 'The authorization is malformed.'),
    'unknown-key': unknownKey,
    'wrong-scope': () =>
      new S3Error(malformed, `The credential must be scoped to ${scope}.`, { Region: store.region }),
    expired: () => accessDenied('Request has expired'),
    'not-yet': () => accessDenied('Request is not yet valid'),
    'too-long': () => new S3Error(malformed, 'X-Amz-Expires must be less than a week (in seconds)'),
    mismatch,
  }
  return refusals[reason]()
}

export function accessDenied(message: string): S3Error {
  return new S3Error('AccessDenied', message)
}

export function unknownKey(): S3Error {
  return new S3Error(
    'InvalidAccessKeyId',
    'The AWS Access Key Id you provided does not exist in our records.',
  )
}

export function mismatch(): S3Error {
  return new S3Error(
    'SignatureDoesNotMatch',
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
  )
}

function skewed(): S3Error {
  const message = 'The difference between the request time and the current time is too large.'
  return new S3Error('RequestTimeTooSkewed', message, { ServerTime: new Date().toISOString() })
}

function twoMechanisms(): S3Error {
  return new S3Error('InvalidArgument', 'Only one auth mechanism allowed: in the query or in the header.')
}

function otherMechanism(): S3Error {
  return new S3Error(
    'InvalidRequest',
    'The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.',
  )
}
