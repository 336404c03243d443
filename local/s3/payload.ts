import { S3Error } from './s3-error.ts'

/** How a body comes, and what of it is signed. */
export type Payload =
  | { kind: 'plain'; sha256?: string }
  | { kind: 'chunked'; isSigned: boolean; hasTrailers: boolean }

const kinds: Record<string, Payload> = {
  'UNSIGNED-PAYLOAD': { kind: 'plain' },
  'STREAMING-UNSIGNED-PAYLOAD-TRAILER': { kind: 'chunked', isSigned: false, hasTrailers: true },
  'STREAMING-AWS4-HMAC-SHA256-PAYLOAD': { kind: 'chunked', isSigned: true, hasTrailers: false },
  'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER': { kind: 'chunked', isSigned: true, hasTrailers: true },
}

/** Reads `x-amz-content-sha256`. Throws InvalidArgument. */
export function readPayload(claimed: string): Payload {
  if (/^[0-9a-f]{64}$/.test(claimed)) return { kind: 'plain', sha256: claimed }
  const payload = Object.hasOwn(kinds, claimed) ? kinds[claimed] : undefined
  if (payload) return payload
  const allowed = `${Object.keys(kinds).join(', ')} or a valid sha256 value.`
  throw new S3Error('InvalidArgument', `x-amz-content-sha256 must be ${allowed}`)
}
