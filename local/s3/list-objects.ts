import { encode } from '../sigv4-canonical.ts'
import { type Answer, xmlAnswer } from './answer.ts'
import type { Call } from './call.ts'
import type { StoredObject } from './objects.ts'
import { S3Error } from './s3-error.ts'

const mostKeys = 1000
/** Sorts after every key that continues the text before it. */
const lastOfPrefix = '\u{10ffff}'

type Page = { objects: StoredObject[]; prefixes: string[]; next: string | undefined }
type Asked = { prefix: string; delimiter: string; after: string; maxKeys: number }

/** ListObjectsV2: in the order of the keys' UTF-8 bytes; keys with a delimiter after the prefix come as one common prefix. */
export async function listObjects(call: Call): Promise<Answer> {
  const { query, bucket } = call
  const [prefix = '', delimiter = '', startAfter, token] = [
    'prefix',
    'delimiter',
    'start-after',
    'continuation-token',
  ].map((name) => query.get(name))
  if (query.get('list-type') !== '2')
    throw invalid('list-type', 'Only version 2 of ListObjects is known here.')
  const after = token === undefined ? (startAfter ?? '') : readToken(token)
  const maxKeys = readCount('max-keys', query.get('max-keys'), mostKeys)
  const { objects, prefixes, next } = collect(call, { prefix, delimiter, after, maxKeys })
  const write = keyWriter(query.get('encoding-type'))
  return xmlAnswer('ListBucketResult', {
    Name: bucket,
    Prefix: write(prefix),
    Delimiter: delimiter === '' ? undefined : write(delimiter),
    MaxKeys: maxKeys,
    EncodingType: query.get('encoding-type'),
    KeyCount: objects.length + prefixes.length,
    IsTruncated: next !== undefined,
    ContinuationToken: token,
    StartAfter: startAfter === undefined ? undefined : write(startAfter),
    NextContinuationToken: next === undefined ? undefined : writeToken(next),
    Contents: objects.map((object) => contents(object, write)),
    CommonPrefixes: prefixes.map((common) => ({ Prefix: write(common) })),
  })
}

function collect({ store, bucket }: Call, { prefix, delimiter, after, maxKeys }: Asked): Page {
  const page: Page = { objects: [], prefixes: [], next: undefined }
  if (maxKeys === 0) return page
  let last = after
  for (;;) {
    const object = store.objects.next(bucket, prefix, last)
    if (!object?.key.startsWith(prefix)) return page
    const common = commonPrefix(object.key, prefix, delimiter)
    const isKnown = common !== undefined && page.prefixes.at(-1) === common
    if (!isKnown && page.objects.length + page.prefixes.length === maxKeys) return { ...page, next: last }
    if (common === undefined) page.objects.push(object)
    else if (!isKnown) page.prefixes.push(common)
    last = common === undefined || isKnown ? object.key : common + lastOfPrefix
  }
}

function commonPrefix(key: string, prefix: string, delimiter: string): string | undefined {
  const at = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length)
  return at < 0 ? undefined : key.slice(0, at + delimiter.length)
}

function contents({ key, modifiedAt, etag, size, checksum }: StoredObject, write: (key: string) => string) {
  return {
    Key: write(key),
    LastModified: new Date(modifiedAt).toISOString(),
    ETag: `"${etag}"`,
    ChecksumAlgorithm: checksum?.algorithm,
    ChecksumType: checksum?.type,
    Size: size,
    StorageClass: 'STANDARD',
  }
}

/** Keys may hold what XML can't: with `encoding-type=url` they come percent-encoded. */
function keyWriter(encoding: string | undefined): (key: string) => string {
  if (encoding === undefined) return (key) => key
  if (encoding === 'url') return (key) => encode(key).replaceAll('%2F', '/')
  throw invalid('encoding-type', 'Invalid Encoding Method specified in Request')
}

/** Reads a number from 0 to 2^31, and answers with no more than `most`. Throws InvalidArgument. */
export function readCount(name: string, text: string | undefined, most: number): number {
  if (text === undefined || text === '') return most
  const count = Number(text)
  if (/^\d+$/.test(text) && count < 2 ** 31) return Math.min(count, most)
  throw invalid(name, `Provided ${name} not an integer or within integer range`)
}

function writeToken(after: string): string {
  return Buffer.from(after).toString('base64url')
}

function readToken(token: string): string {
  const after = Buffer.from(token, 'base64url').toString()
  if (token !== '' && writeToken(after) === token) return after
  throw invalid('continuation-token', 'The continuation token provided is incorrect')
}

function invalid(name: string, message: string): S3Error {
  return new S3Error('InvalidArgument', message, { ArgumentName: name })
}
