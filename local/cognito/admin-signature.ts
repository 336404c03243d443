import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { type SignatureVerdict, verifySignature } from '../sigv4.ts'
import type { Pool } from './pool.ts'
import { WireError } from './wire-error.ts'

type Refusal = Extract<SignatureVerdict, { valid: false }>['reason']

const wording: Record<Refusal, () => WireError> = {
  missing: () => new WireError('MissingAuthenticationTokenException', 'Missing Authentication Token'),
  malformed: () =>
    new WireError('IncompleteSignatureException', 'The Authorization header is not a whole AWS4 signature.'),
  'unknown-key': () =>
    new WireError('UnrecognizedClientException', 'The security token included in the request is invalid.'),
  'wrong-scope': () =>
    new WireError('InvalidSignatureException', 'Credential should be scoped to a valid region and service.'),
  expired: () => new WireError('InvalidSignatureException', 'Signature expired or not yet current.'),
  mismatch: () =>
    new WireError(
      'InvalidSignatureException',
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.',
    ),
}

/** Throws unless an Admin call is signed with the pool's credentials. */
export function checkSignature(pool: Pool, request: IncomingMessage, body: Buffer): void {
  const { credentials, region } = pool
  const payloadHash = createHash('sha256').update(body).digest('hex')
  const { method = '', url = '', headers } = request
  // The SDK signs with the machine's clock, which does not move with the clock of the house.
  const signing = { credentials, region, service: 'cognito-idp', now: new Date() }
  const verdict = verifySignature({ method, url, headers, payloadHash }, signing)
  if (!verdict.valid) throw wording[verdict.reason]()
}
