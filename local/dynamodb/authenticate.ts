import type { IncomingMessage } from 'node:http'
import { type SignatureVerdict, verifySignature } from '../sigv4.ts'
import { sha256 } from '../sigv4-canonical.ts'
import { DynamoDbError } from './dynamodb-error.ts'
import type { Store } from './store.ts'

type Refusal = Extract<SignatureVerdict, { valid: false }>['reason']

const wording: Record<Refusal, () => DynamoDbError> = {
  missing: () =>
    new DynamoDbError('MissingAuthenticationTokenException', 'Request is missing Authentication Token'),
  malformed: () =>
    new DynamoDbError(
      'IncompleteSignatureException',
      'The Authorization header is not a whole AWS4 signature over the host and every x-amz header.',
    ),
  'unknown-key': () =>
    new DynamoDbError(
      'UnrecognizedClientException',
      'The security token included in the request is invalid.',
    ),
  'wrong-scope': () =>
    new DynamoDbError(
      'InvalidSignatureException',
      "Credential should be scoped to a valid region and to the service 'dynamodb'.",
    ),
  expired: () => new DynamoDbError('InvalidSignatureException', 'Signature expired or not yet current.'),
  mismatch: () =>
    new DynamoDbError(
      'InvalidSignatureException',
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.',
    ),
}

/** Throws unless a call is signed with the store's credentials. Streams are signed for the same service. */
export function authenticate({ credentials, region }: Store, request: IncomingMessage, body: Buffer): void {
  const { method = '', url = '', headers } = request
  // The SDK signs with the machine's clock, which does not move with the clock of the house.
  const signing = { credentials, region, service: 'dynamodb', now: new Date() }
  const verdict = verifySignature({ method, url, headers, payloadHash: sha256(body) }, signing)
  if (!verdict.valid) throw wording[verdict.reason]()
}
