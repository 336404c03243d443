import { type Answer, xmlAnswer } from './answer.ts'
import type { Call } from './call.ts'
import { checksumAlgorithm, checksumElement } from './checksums.ts'
import { noSuchKey, preconditionFailed, readConditions, writeCondition } from './conditions.ts'
import { type Headers, openDigests } from './digests.ts'
import { objectHeaders, refuseUnknownHeaders } from './object-headers.ts'
import type { StoredObject } from './objects.ts'
import { keep, largestBody } from './put-object.ts'
import { tooLarge } from './request-body.ts'
import { S3Error } from './s3-error.ts'

/** Copies an object, with its metadata or with new ones. */
export async function copyObject(call: Call): Promise<Answer> {
  refuseUnknownHeaders(call.headers)
  const source = findSource(call)
  const isReplacing = readDirective(call.headers)
  if (source.bucket === call.bucket && source.key === call.key && !isReplacing) throw copyToItself()
  if (readConditions(sourceConditions(call.headers), source) !== 'send') {
    throw preconditionFailed('x-amz-copy-source-If-*')
  }
  if (source.size > largestBody) throw tooLarge(largestBody, source.size)
  const headers = isReplacing ? objectHeaders(call.headers) : source.headers
  const condition = writeCondition(call.headers)
  const written = await writeCopy(call, source)
  const object = await keep(call, { ...written, key: call.key, headers }, 'ObjectCreated:Copy', condition)
  const { etag, checksum, modifiedAt } = object
  return xmlAnswer('CopyObjectResult', {
    ETag: `"${etag}"`,
    LastModified: new Date(modifiedAt).toISOString(),
    ...(checksum && { [checksumElement(checksum.algorithm)]: checksum.value, ChecksumType: checksum.type }),
  })
}

async function writeCopy({ store: { blobs }, headers }: Call, source: StoredObject) {
  const wanted = headers['x-amz-checksum-algorithm']
  const algorithm = wanted === undefined ? source.checksum?.algorithm : checksumAlgorithm(wanted)
  const digests = openDigests({}, undefined, algorithm)
  const { release } = blobs.hold(source.pieces)

  async function* chunks() {
    for await (const chunk of blobs.read(source.pieces, 0, source.size)) {
      digests.update(chunk)
      yield chunk
    }
  }

  try {
    const piece = await blobs.write(chunks())
    const { md5, checksum } = digests.finish({})
    return { piece, md5, checksum }
  } finally {
    await release()
  }
}

function findSource({ store, headers }: Call): StoredObject {
  const [, bucketText = '', keyText = ''] =
    /^\/?([^/]+)\/(.+)$/s.exec(headers['x-amz-copy-source'] ?? '') ?? []
  if (keyText.includes('?')) {
    throw new S3Error('NotImplemented', 'Versions of objects are not kept here.')
  }
  const [bucket, key] = [decode(bucketText), decode(keyText)]
  if (!bucket || !key) throw badSource()
  if (!store.buckets.has(bucket)) {
    throw new S3Error('NoSuchBucket', 'The specified bucket does not exist', { BucketName: bucket })
  }
  const source = store.objects.find(bucket, key)
  if (!source) throw noSuchKey(key)
  return source
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw badSource()
  }
}

function readDirective(headers: Headers): boolean {
  const directive = headers['x-amz-metadata-directive'] ?? 'COPY'
  if (directive === 'COPY' || directive === 'REPLACE') return directive === 'REPLACE'
  throw new S3Error('InvalidArgument', 'Unknown metadata directive.')
}

const sourcePrefix = 'x-amz-copy-source-'

function sourceConditions(headers: Headers): Headers {
  const found = Object.entries(headers).filter(([name]) => name.startsWith(sourcePrefix))
  return Object.fromEntries(found.map(([name, value]) => [name.slice(sourcePrefix.length), value]))
}

function badSource(): S3Error {
  return new S3Error(
    'InvalidArgument',
    'Copy Source must mention the source bucket and key: sourcebucket/sourcekey',
  )
}

function copyToItself(): S3Error {
  return new S3Error(
    'InvalidRequest',
    "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata.",
  )
}
