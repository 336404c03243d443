import { randomUUID } from 'node:crypto'
import { type Answer, xmlAnswer } from './answer.ts'
import type { Caller } from './authenticate.ts'
import type { Call } from './call.ts'
import { type ChecksumType, checksumAlgorithm, checksumElement } from './checksums.ts'
import type { Headers } from './digests.ts'
import { readCount } from './list-objects.ts'
import { objectHeaders, refuseUnknownHeaders } from './object-headers.ts'
import { largestBody, tagsOf } from './put-object.ts'
import { openRequestBody } from './request-body.ts'
import { S3Error } from './s3-error.ts'
import type { Part, Upload } from './uploads.ts'

const mostParts = 10_000

export async function createUpload(call: Call): Promise<Answer> {
  refuseUnknownHeaders(call.headers)
  const { store, bucket, key, at } = call
  const headers = objectHeaders(call.headers)
  const checksum = readChecksum(call.headers)
  const upload: Upload = { id: randomUUID(), bucket, key, startedAt: at.getTime(), headers, checksum }
  await store.database.commit(() => store.uploads.insert(upload))
  const told: Headers = checksum
    ? { 'x-amz-checksum-algorithm': checksum.algorithm, 'x-amz-checksum-type': checksum.type }
    : {}
  return xmlAnswer('InitiateMultipartUploadResult', { Bucket: bucket, Key: key, UploadId: upload.id }, told)
}

function readChecksum(headers: Headers): Upload['checksum'] {
  const name = headers['x-amz-checksum-algorithm']
  if (name === undefined) return undefined
  const algorithm = checksumAlgorithm(name)
  const isLinear = algorithm.startsWith('CRC')
  const type = headers['x-amz-checksum-type'] ?? (algorithm === 'CRC64NVME' ? 'FULL_OBJECT' : 'COMPOSITE')
  const isAllowed = type === 'FULL_OBJECT' ? isLinear : type === 'COMPOSITE' && algorithm !== 'CRC64NVME'
  if (isAllowed) return { algorithm, type: type as ChecksumType }
  throw new S3Error(
    'InvalidRequest',
    `The ${type} checksum type cannot be used with the ${name} checksum algorithm.`,
  )
}

/** Stores one part, in place of an earlier one with its number. */
export async function uploadPart(call: Call, caller: Caller): Promise<Answer> {
  refuseUnknownHeaders(call.headers)
  const { store, at } = call
  const { id, checksum: expected } = findUpload(call)
  const number = readPartNumber(call.query.get('partNumber'))
  const body = openRequestBody(call, caller, largestBody, expected?.algorithm)
  const { blob, size } = await store.blobs.write(body.chunks)
  const { md5, checksum } = body.digests()
  const part: Part = { number, blob, size, etag: md5, modifiedAt: at.getTime(), checksum }
  try {
    if (expected && checksum?.algorithm !== expected.algorithm) throw otherChecksum()
    const before = await store.database.commit(() => {
      findUpload(call)
      const parts = store.uploads.parts(id)
      store.uploads.putPart(id, part)
      return parts.filter((other) => other.number === number)
    })
    await store.blobs.free(before)
  } catch (error) {
    await store.blobs.free([part])
    throw error
  }
  return { status: 200, headers: tagsOf(part) }
}

/** Forgets an upload and frees its parts. */
export async function abortUpload(call: Call): Promise<Answer> {
  const { id } = findUpload(call)
  await forgetUpload(call.store, id)
  return { status: 204, headers: {} }
}

export async function forgetUpload({ database, uploads, blobs }: Call['store'], id: string): Promise<void> {
  const parts = await database.commit(() => {
    const parts = uploads.parts(id)
    uploads.remove(id)
    return parts
  })
  await blobs.free(parts)
}

export async function listParts(call: Call): Promise<Answer> {
  const { store, bucket, key, query } = call
  const { id, checksum } = findUpload(call)
  const most = readCount('max-parts', query.get('max-parts'), 1000)
  const marker = readCount('part-number-marker', query.get('part-number-marker') ?? '0', mostParts)
  const later = store.uploads.parts(id).filter(({ number }) => number > marker)
  const shown = later.slice(0, most)
  const isTruncated = shown.length < later.length
  return xmlAnswer('ListPartsResult', {
    Bucket: bucket,
    Key: key,
    UploadId: id,
    StorageClass: 'STANDARD',
    PartNumberMarker: marker,
    NextPartNumberMarker: isTruncated ? (shown.at(-1)?.number ?? marker) : undefined,
    MaxParts: most,
    IsTruncated: isTruncated,
    ChecksumAlgorithm: checksum?.algorithm,
    ChecksumType: checksum?.type,
    Part: shown.map(({ number, modifiedAt, etag, size, checksum }) => ({
      PartNumber: number,
      LastModified: new Date(modifiedAt).toISOString(),
      ETag: `"${etag}"`,
      Size: size,
      ...(checksum && { [checksumElement(checksum.algorithm)]: checksum.value }),
    })),
  })
}

/** Throws NoSuchUpload. */
export function findUpload({ store, query, bucket, key }: Call): Upload {
  const upload = store.uploads.find(query.get('uploadId') ?? '', bucket, key)
  if (upload) return upload
  throw new S3Error(
    'NoSuchUpload',
    'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.',
  )
}

function readPartNumber(text = ''): number {
  const number = Number(text)
  if (/^\d{1,5}$/.test(text) && number >= 1 && number <= mostParts) return number
  const message = 'Part number must be an integer between 1 and 10000, inclusive'
  throw new S3Error('InvalidArgument', message, { ArgumentName: 'partNumber' })
}

function otherChecksum(): S3Error {
  return new S3Error(
    'InvalidRequest',
    'Checksum Type mismatch: the part has another checksum than its upload.',
  )
}
