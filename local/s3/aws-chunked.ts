import { createHash } from 'node:crypto'
import { isSame, type Seal } from '../sigv4.ts'
import { hmac, sha256 } from '../sigv4-canonical.ts'
import { mismatch } from './authenticate.ts'
import { incomplete, openByteReader } from './byte-reader.ts'
import type { Headers } from './digests.ts'
import { S3Error } from './s3-error.ts'

export type ChunkedOptions = {
  /** Set when every chunk is signed. */
  seal: Seal | undefined
  hasTrailers: boolean
  /** The trailers that were announced. Others are refused, and so is the lack of one. */
  announced: string[]
  /** Filled when the last chunk has been read. */
  trailers: Headers
}

type Reader = ReturnType<typeof openByteReader>
type VerifyHash = (signature: string, hash: string) => void

/**
 * The body inside the `aws-chunked` encoding. Each chunk's signature is verified when its end is read, so nothing may
 * be kept before the whole has been read without an error: IncompleteBody, MalformedTrailerError or SignatureDoesNotMatch.
 * Source: "Signature calculations: transferring a payload in multiple chunks", S3 API reference.
 */
export async function* readChunked(
  source: AsyncIterable<Buffer>,
  options: ChunkedOptions,
): AsyncGenerator<Buffer> {
  const reader = openByteReader(source)
  const signatures = options.seal && openSignatures(options.seal)
  for (;;) {
    const { size, signature } = readChunkHeader((await reader.line()) ?? '', signatures !== undefined)
    const hash = createHash('sha256')
    for await (const piece of reader.take(size)) {
      if (signatures) hash.update(piece)
      yield piece
    }
    signatures?.verifyChunk(signature, hash.digest('hex'))
    if (size === 0) break
    if ((await reader.line()) !== '') throw incomplete()
  }
  await readTrailers(reader, options, signatures?.verifyTrailers)
  if ((await reader.line()) !== undefined) throw incomplete()
}

function readChunkHeader(line: string, isSigned: boolean): { size: number; signature: string } {
  const form = isSigned ? /^([0-9a-f]{1,10});chunk-signature=([0-9a-f]{64})$/i : /^([0-9a-f]{1,10})$/i
  const match = form.exec(line)
  if (!match) throw incomplete()
  const [, size = '', signature = ''] = match
  return { size: Number.parseInt(size, 16), signature }
}

async function readTrailers(reader: Reader, options: ChunkedOptions, verify?: VerifyHash): Promise<void> {
  const { trailers, announced, hasTrailers } = options
  let signed = ''
  let signature = ''
  for (let line = await reader.line(); line; line = await reader.line()) {
    const [, name = '', value = ''] = /^([^:]+):(.*)$/.exec(line) ?? []
    if (signature !== '' || !hasTrailers) throw malformedTrailer()
    if (name.toLowerCase() === 'x-amz-trailer-signature') {
      signature = value.trim()
      continue
    }
    trailers[name.toLowerCase()] = value.trim()
    signed += `${name.toLowerCase()}:${value.trim()}\n`
  }
  if (Object.keys(trailers).sort().join() !== [...announced].sort().join()) throw malformedTrailer()
  if (hasTrailers) verify?.(signature, sha256(signed))
}

/** Each signature is made over the one before, from the request's own on. */
function openSignatures({ signature, signingKey, date, scope }: Seal) {
  let previous = signature

  function verify(given: string, algorithm: string, ...hashes: string[]): void {
    const expected = hmac(signingKey, [algorithm, date, scope, previous, ...hashes].join('\n'))
    if (!isSame(expected, given)) throw mismatch()
    previous = given
  }

  return {
    verifyChunk: (given: string, hash: string) => verify(given, 'AWS4-HMAC-SHA256-PAYLOAD', sha256(''), hash),
    verifyTrailers: (given: string, hash: string) => verify(given, 'AWS4-HMAC-SHA256-TRAILER', hash),
  }
}

function malformedTrailer(): S3Error {
  return new S3Error(
    'MalformedTrailerError',
    'The request contained trailing data that was not as announced.',
  )
}
