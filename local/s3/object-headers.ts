import type { Headers } from './digests.ts'
import { S3Error } from './s3-error.ts'

const kept = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
]
const metadataPrefix = 'x-amz-meta-'
const mostMetadataBytes = 2 * 1024

/** The headers that are kept with an object and sent along with it. Throws MetadataTooLarge. */
export function objectHeaders(headers: Headers): Headers {
  const isKept = (name: string) => kept.includes(name) || name.startsWith(metadataPrefix)
  const found = Object.entries(headers).filter(([name]) => isKept(name))
  const result: Headers = { 'content-type': 'binary/octet-stream', ...Object.fromEntries(found) }
  if (!result['content-type']) result['content-type'] = 'binary/octet-stream'
  assertMetadataSize(result)
  return withoutChunkedEncoding(result)
}

/** `aws-chunked` is how a body comes, not what it is. */
function withoutChunkedEncoding({ 'content-encoding': encoding, ...others }: Headers): Headers {
  const codings = (encoding ?? '').split(',').map((coding) => coding.trim())
  const real = codings.filter((coding) => coding !== '' && coding !== 'aws-chunked')
  return real.length > 0 ? { ...others, 'content-encoding': real.join(', ') } : others
}

function assertMetadataSize(headers: Headers): void {
  const metadata = Object.entries(headers).filter(([name]) => name.startsWith(metadataPrefix))
  const lengths = metadata.map(([name, value]) => name.length - metadataPrefix.length + value.length)
  const bytes = lengths.reduce((sum, length) => sum + length, 0)
  if (bytes <= mostMetadataBytes) return
  const sizes = { Size: String(bytes), MaxSizeAllowed: String(mostMetadataBytes) }
  throw new S3Error(
    'MetadataTooLarge',
    'Your metadata headers exceed the maximum allowed metadata size',
    sizes,
  )
}

const known = new Set([
  'x-amz-content-sha256',
  'x-amz-copy-source',
  'x-amz-copy-source-if-match',
  'x-amz-copy-source-if-modified-since',
  'x-amz-copy-source-if-none-match',
  'x-amz-copy-source-if-unmodified-since',
  'x-amz-date',
  'x-amz-decoded-content-length',
  'x-amz-metadata-directive',
  'x-amz-mp-object-size',
  'x-amz-sdk-checksum-algorithm',
  'x-amz-trailer',
  'x-amz-user-agent',
])

/** What every bucket does anyway. */
const defaults: Headers = {
  'x-amz-server-side-encryption': 'AES256',
  'x-amz-storage-class': 'STANDARD',
  'x-amz-acl': 'private',
}

/** Refuses headers that ask for more than this store can do, rather than to forget them. Throws NotImplemented. */
export function refuseUnknownHeaders(headers: Headers): void {
  for (const [name, value] of Object.entries(headers)) {
    const isAmazons = name.startsWith('x-amz-')
    if (!isAmazons || known.has(name) || defaults[name] === value) continue
    if (name.startsWith(metadataPrefix) || name.startsWith('x-amz-checksum-')) continue
    if (name === 'x-amz-acl') {
      throw new S3Error('AccessControlListNotSupported', 'The bucket does not allow ACLs')
    }
    const message = 'A header you provided implies functionality that is not implemented'
    throw new S3Error('NotImplemented', message, { Header: name })
  }
}
