import { createHash } from 'node:crypto'
import {
  algorithmOfHeader,
  type Checksum,
  type ChecksumAlgorithm,
  checksumNames,
  openChecksum,
} from './checksums.ts'
import { S3Error } from './s3-error.ts'

export type Headers = Record<string, string>

export type Digests = ReturnType<typeof openDigests>

/**
 * Everything that a sender claims about a body, to be held against it: Content-MD5, one `x-amz-checksum-*` header or
 * trailer, and the SHA-256 that is signed. Throws InvalidDigest or InvalidRequest when a claim makes no sense.
 */
export function openDigests(headers: Headers, signedSha256?: string, fallback?: ChecksumAlgorithm) {
  const claim = findClaim(headers)
  const algorithm = claim?.algorithm ?? fallback
  const md5 = createHash('md5')
  const sha256 = signedSha256 === undefined ? undefined : createHash('sha256')
  const checksum = algorithm && openChecksum(algorithm)
  const claimedMd5 = headers['content-md5']
  if (claimedMd5 !== undefined) assertBase64(claimedMd5, 16)

  return {
    isClaimed: claimedMd5 !== undefined || claim !== undefined,

    update: (chunk: Buffer) => {
      md5.update(chunk)
      sha256?.update(chunk)
      checksum?.update(chunk)
    },

    /** Throws BadDigest or XAmzContentSHA256Mismatch unless the body is as was claimed. */
    finish: (trailers: Headers): { md5: string; checksum?: Checksum } => {
      const bytes = md5.digest()
      if (claimedMd5 !== undefined && bytes.toString('base64') !== claimedMd5) throw badDigest('Content-MD5')
      if (sha256 && sha256.digest('hex') !== signedSha256) throw contentMismatch()
      if (!algorithm || !checksum) return { md5: bytes.toString('hex') }
      const value = checksum.digest().toString('base64')
      const claimed = claim && (claim.isTrailer ? trailers[claim.header] : headers[claim.header])
      if (claim && claimed !== value) throw badDigest(algorithm)
      return { md5: bytes.toString('hex'), checksum: { algorithm, value, type: 'FULL_OBJECT' } }
    },
  }
}

type Claim = { header: string; algorithm: ChecksumAlgorithm; isTrailer: boolean }

function findClaim(headers: Headers): Claim | undefined {
  const here = checksumNames(Object.keys(headers))
  const later = checksumNames(trailerNames(headers))
  const [header, second] = [...here, ...later]
  if (second !== undefined) {
    throw new S3Error(
      'InvalidRequest',
      'Expecting a single x-amz-checksum- header. Multiple are not allowed.',
    )
  }
  if (header === undefined) {
    if (headers['x-amz-sdk-checksum-algorithm'] === undefined) return undefined
    throw new S3Error(
      'InvalidRequest',
      'x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.',
    )
  }
  const algorithm = algorithmOfHeader(header)
  const isTrailer = here.length === 0
  if (!isTrailer) assertChecksumLength(algorithm, headers[header] ?? '')
  return { header, algorithm, isTrailer }
}

/** The names that `x-amz-trailer` announces. */
export function trailerNames(headers: Headers): string[] {
  const names = (headers['x-amz-trailer'] ?? '').split(',').map((name) => name.trim().toLowerCase())
  return names.filter((name) => name !== '')
}

function assertChecksumLength(algorithm: ChecksumAlgorithm, value: string): void {
  const length = openChecksum(algorithm).digest().length
  if (isBase64(value, length)) return
  throw new S3Error(
    'InvalidRequest',
    `Value for x-amz-checksum-${algorithm.toLowerCase()} header is invalid.`,
  )
}

function assertBase64(value: string, length: number): void {
  if (!isBase64(value, length)) {
    throw new S3Error('InvalidDigest', 'The Content-MD5 you specified was invalid.')
  }
}

function isBase64(value: string, length: number): boolean {
  const bytes = Buffer.from(value, 'base64')
  return bytes.length === length && bytes.toString('base64') === value
}

function badDigest(name: string): S3Error {
  return new S3Error('BadDigest', `The ${name} you specified did not match what we received.`)
}

function contentMismatch(): S3Error {
  return new S3Error(
    'XAmzContentSHA256Mismatch',
    "The provided 'x-amz-content-sha256' header does not match what was computed.",
  )
}
