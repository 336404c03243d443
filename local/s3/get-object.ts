import type { Answer } from './answer.ts'
import { type Call, headerBytes } from './call.ts'
import { checksumHeader } from './checksums.ts'
import { noSuchKey, preconditionFailed, readConditions, timeOf } from './conditions.ts'
import type { Headers } from './digests.ts'
import type { StoredObject } from './objects.ts'
import { readRange } from './range.ts'

const overrides = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
]

/** The parameters with which a signed GET may change the headers of its answer. */
export const overrideParameters = overrides.map((name) => `response-${name}`)

/** Answers GET and HEAD: whole, in part, or not at all when it is known already. */
export async function getObject(call: Call): Promise<Answer> {
  const { store, bucket, key, headers } = call
  const object = store.objects.find(bucket, key)
  if (!object) throw noSuchKey(key)
  const outcome = readConditions(headers, object)
  if (outcome === 'refuse') throw preconditionFailed('If-Match or If-Unmodified-Since')
  const always = { ...headersOf(object), ...overridden(call) }
  if (outcome === 'unchanged') return { status: 304, headers: withoutContent(always) }
  const range = readRange(isRangeWanted(headers, object) ? headers.range : undefined, object.size)
  const { start, end } = range ?? { start: 0, end: object.size }
  const lengths: Headers = { 'content-length': String(end - start) }
  if (range) lengths['content-range'] = `bytes ${start}-${end - 1}/${object.size}`
  const { release } = store.blobs.hold(object.pieces)
  return {
    status: range ? 206 : 200,
    headers: { ...always, ...lengths, ...(range ? {} : checksumOf(call, object)) },
    body: store.blobs.read(object.pieces, start, end),
    release,
  }
}

function headersOf({ headers, etag, modifiedAt }: StoredObject): Headers {
  const own = { etag: `"${etag}"`, 'last-modified': new Date(modifiedAt).toUTCString() }
  return { ...headers, ...own, 'accept-ranges': 'bytes' }
}

function overridden({ query }: Call): Headers {
  const found = overrides.filter((name) => query.has(`response-${name}`))
  return Object.fromEntries(found.map((name) => [name, headerBytes(query.get(`response-${name}`) ?? '')]))
}

function withoutContent(headers: Headers): Headers {
  const isAboutContent = (name: string) => name.startsWith('content-')
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !isAboutContent(name)))
}

function isRangeWanted({ 'if-range': ifRange }: Headers, { etag, modifiedAt }: StoredObject): boolean {
  if (ifRange === undefined) return true
  return ifRange === `"${etag}"` || timeOf(ifRange) === Math.floor(modifiedAt / 1000) * 1000
}

function checksumOf({ headers }: Call, { checksum }: StoredObject): Headers {
  const isWanted = headers['x-amz-checksum-mode']?.toUpperCase() === 'ENABLED'
  if (!checksum || !isWanted) return {}
  return { [checksumHeader(checksum.algorithm)]: checksum.value, 'x-amz-checksum-type': checksum.type }
}
