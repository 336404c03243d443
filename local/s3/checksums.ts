import { createHash } from 'node:crypto'
import { openCrc32, openCrc32c, openCrc64nvme, type RunningCrc } from './crc.ts'
import { S3Error } from './s3-error.ts'

const algorithms = {
  CRC32: openCrc32,
  CRC32C: openCrc32c,
  CRC64NVME: openCrc64nvme,
  MD5: () => createHash('md5'),
  SHA1: () => createHash('sha1'),
  SHA256: () => createHash('sha256'),
  SHA512: () => createHash('sha512'),
} as const satisfies Record<string, () => Pick<RunningCrc, 'digest'>>

export type ChecksumAlgorithm = keyof typeof algorithms

/** `COMPOSITE` is the checksum of the parts' checksums, as of a multipart upload. */
export type ChecksumType = 'FULL_OBJECT' | 'COMPOSITE'

export type Checksum = {
  algorithm: ChecksumAlgorithm
  /** Base64; a composite one ends in `-` and the number of parts. */
  value: string
  type: ChecksumType
}

export type RunningChecksum = { update: (chunk: Buffer) => unknown; digest: () => Buffer }

const prefix = 'x-amz-checksum-'
/** Headers that begin like a checksum and are none. */
const others = new Set([`${prefix}algorithm`, `${prefix}mode`, `${prefix}type`])

export function openChecksum(algorithm: ChecksumAlgorithm): RunningChecksum {
  return algorithms[algorithm]()
}

export function checksumHeader(algorithm: ChecksumAlgorithm): string {
  return prefix + algorithm.toLowerCase()
}

/** The name of the checksum in S3's XML, such as `ChecksumCRC32`. */
export function checksumElement(algorithm: ChecksumAlgorithm): string {
  return `Checksum${algorithm}`
}

/** Reads the name of an algorithm. Throws InvalidRequest for one that is unknown. */
export function checksumAlgorithm(name: string): ChecksumAlgorithm {
  const upper = name.toUpperCase()
  if (Object.hasOwn(algorithms, upper)) return upper as ChecksumAlgorithm
  throw new S3Error('InvalidRequest', `The checksum algorithm ${name} is not one of those known here.`)
}

/** The names of checksum headers among these. */
export function checksumNames(headers: Iterable<string>): string[] {
  return [...headers].filter((name) => name.startsWith(prefix) && !others.has(name))
}

/** The algorithm behind `x-amz-checksum-crc32`. Throws InvalidRequest for one that is unknown. */
export function algorithmOfHeader(header: string): ChecksumAlgorithm {
  return checksumAlgorithm(header.slice(prefix.length))
}

/** The checksum of the whole made of its parts' checksums. */
export function compositeChecksum(algorithm: ChecksumAlgorithm, parts: string[]): Checksum {
  const whole = openChecksum(algorithm)
  for (const value of parts) whole.update(Buffer.from(value, 'base64'))
  return { algorithm, value: `${whole.digest().toString('base64')}-${parts.length}`, type: 'COMPOSITE' }
}
