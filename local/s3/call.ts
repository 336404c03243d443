import type { IncomingMessage } from 'node:http'
import { queryPairs } from '../sigv4-canonical.ts'
import type { Headers } from './digests.ts'
import { S3Error } from './s3-error.ts'
import type { Store } from './store.ts'

/** A request as an operation sees it. `bucket` is empty for the service itself, `key` for a bucket. */
export type Call = {
  store: Store
  request: IncomingMessage
  requestId: string
  method: string
  bucket: string
  key: string
  query: Map<string, string>
  /** With what a presigned address carries in place of headers. */
  headers: Headers
  at: Date
}

const longestKeyBytes = 1024
const authenticationParameters = new Set([
  'x-amz-algorithm',
  'x-amz-credential',
  'x-amz-date',
  'x-amz-expires',
  'x-amz-signedheaders',
  'x-amz-signature',
])

/** Reads a path-style address. Throws InvalidURI or KeyTooLongError. */
export function readCall(store: Store, request: IncomingMessage, requestId: string): Call {
  const [path = '', queryText = ''] = (request.url ?? '').split(/\?(.*)/s)
  const [, bucketText = '', keyText = ''] = /^\/([^/]*)\/?(.*)$/s.exec(path) ?? []
  const key = decodeStrictly(keyText)
  if (Buffer.byteLength(key) > longestKeyBytes) {
    throw new S3Error('KeyTooLongError', 'Your key is too long', { MaxSizeAllowed: String(longestKeyBytes) })
  }
  // The signature is made over a lenient reading of the query, so that this one has to be strict.
  decodeStrictly(queryText)
  const query = new Map(queryPairs(queryText).reverse())
  const headers = effectiveHeaders(request, query)
  const method = request.method ?? ''
  const bucket = decodeStrictly(bucketText)
  return { store, request, requestId, method, bucket, key, query, headers, at: store.now() }
}

function decodeStrictly(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new S3Error('InvalidURI', "Couldn't parse the specified URI.")
  }
}

function effectiveHeaders(request: IncomingMessage, query: Map<string, string>): Headers {
  const headers: Headers = {}
  for (const [name, value] of query) {
    const lower = name.toLowerCase()
    const isHoisted = lower.startsWith('x-amz-') && !authenticationParameters.has(lower)
    if (isHoisted && query.has('X-Amz-Signature')) headers[lower] = headerBytes(value)
  }
  for (const [name, value] of Object.entries(request.headers)) headers[name] = String(value ?? '')
  return headers
}

/** A text as the value of an HTTP header, in UTF-8. Throws InvalidArgument for one that no header can carry. */
export function headerBytes(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  if (/[\u0000-\u0008\u000a-\u001f\u007f]/.test(text)) {
    throw new S3Error('InvalidArgument', 'A header may not hold control characters.')
  }
  return Buffer.from(text).toString('latin1')
}
