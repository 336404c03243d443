import type { IncomingMessage } from 'node:http'
import type { Caller } from './authenticate.ts'
import { readChunked } from './aws-chunked.ts'
import { incomplete } from './byte-reader.ts'
import type { Call } from './call.ts'
import type { Checksum, ChecksumAlgorithm } from './checksums.ts'
import { type Headers, openDigests, trailerNames } from './digests.ts'
import { S3Error } from './s3-error.ts'

export type RequestBody = {
  /** Ends only when everything that was claimed about the body has been found true; else it throws. */
  chunks: AsyncGenerator<Buffer>
  /** Once `chunks` has ended: hex MD5, and the checksum that came or was asked for. */
  digests: () => { md5: string; checksum?: Checksum }
  /** Whether Content-MD5 or a checksum came along. */
  isClaimed: boolean
}

/** Opens the body of a call to be streamed. Throws MissingContentLength, EntityTooLarge or what is wrong with its claims. */
export function openRequestBody(
  { request, headers }: Call,
  { payload, seal }: Caller,
  largest: number,
  fallback?: ChecksumAlgorithm,
): RequestBody {
  const isChunked = payload.kind === 'chunked'
  const length = readLength(headers[isChunked ? 'x-amz-decoded-content-length' : 'content-length'])
  if (length > largest) throw tooLarge(largest, length)
  const signedSha256 = isChunked ? undefined : payload.sha256
  const digests = openDigests(headers, signedSha256, fallback)
  const trailers: Headers = {}
  const options = { seal: isChunked && payload.isSigned ? seal : undefined, trailers }
  const announced = trailerNames(headers)
  const source = isChunked
    ? readChunked(rawChunks(request), { ...options, hasTrailers: payload.hasTrailers, announced })
    : rawChunks(request)
  let found: ReturnType<typeof digests.finish> | undefined

  async function* chunks(): AsyncGenerator<Buffer> {
    let received = 0
    for await (const chunk of source) {
      received += chunk.length
      if (received > length) throw incomplete()
      digests.update(chunk)
      yield chunk
    }
    if (received !== length) throw incomplete()
    found = digests.finish(trailers)
  }

  return { chunks: chunks(), digests: () => found as NonNullable<typeof found>, isClaimed: digests.isClaimed }
}

/** Leaves the connection open when reading stops early, so that the sender can still be answered. */
function rawChunks(request: IncomingMessage): AsyncIterable<Buffer> {
  return { [Symbol.asyncIterator]: () => request.iterator({ destroyOnReturn: false }) }
}

function readLength(text: string | undefined): number {
  if (text !== undefined && /^\d{1,15}$/.test(text)) return Number(text)
  throw new S3Error('MissingContentLength', 'You must provide the Content-Length HTTP header.')
}

export function tooLarge(most: number, proposed?: number): S3Error {
  const sizes = { MaxSizeAllowed: String(most), ...(proposed && { ProposedSize: String(proposed) }) }
  return new S3Error('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', sizes)
}

/** The whole body as text, for the few calls that carry a document. */
export async function readDocument(body: RequestBody): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of body.chunks) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
