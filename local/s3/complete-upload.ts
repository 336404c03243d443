import { createHash } from 'node:crypto'
import { type Answer, xmlAnswer } from './answer.ts'
import type { Caller } from './authenticate.ts'
import type { Call } from './call.ts'
import {
  type Checksum,
  checksumElement,
  checksumHeader,
  checksumNames,
  compositeChecksum,
  openChecksum,
} from './checksums.ts'
import { writeCondition } from './conditions.ts'
import { findUpload } from './multipart-upload.ts'
import type { StoredObject } from './objects.ts'
import { originOf } from './put-object.ts'
import { openRequestBody, readDocument } from './request-body.ts'
import { S3Error } from './s3-error.ts'
import type { Part, Upload } from './uploads.ts'
import { readXml } from './xml.ts'

const largestDocument = 8 * 1024 ** 2
const smallestPart = 5 * 1024 ** 2
const mostParts = 10_000

/** Makes one object of the parts that are named, in their order. The parts that are not named go. */
export async function completeUpload(call: Call, caller: Caller): Promise<Answer> {
  const { store, bucket, key, headers, at } = call
  const upload = findUpload(call)
  const condition = writeCondition(headers)
  const parts = await readParts(call, caller, upload)
  const pieces = parts.map(({ blob, size }) => ({ blob, size }))
  const size = pieces.reduce((sum, piece) => sum + piece.size, 0)
  assertSize(call, size)
  const checksum = await checksumOf(call, upload, parts)
  assertChecksum(call, checksum)
  const place = { bucket, key, size, pieces, modifiedAt: at.getTime() }
  const object: StoredObject = { ...place, etag: etagOf(parts), headers: upload.headers, checksum }
  let unused: Part[] = []
  const along = () => {
    findUpload(call)
    const all = store.uploads.parts(upload.id)
    unused = all.filter(({ blob }) => !parts.some((part) => part.blob === blob))
    // A part that was replaced in the meantime is no longer the one that was asked for.
    if (all.length - unused.length !== parts.length) throw invalidPart()
    store.uploads.remove(upload.id)
  }
  await store.changes.put(object, 'ObjectCreated:CompleteMultipartUpload', originOf(call), condition, along)
  await store.blobs.free(unused)
  return xmlAnswer('CompleteMultipartUploadResult', {
    Location: `http://${headers.host}/${bucket}/${encodeURIComponent(key)}`,
    Bucket: bucket,
    Key: key,
    ETag: `"${object.etag}"`,
    ...(checksum && { [checksumElement(checksum.algorithm)]: checksum.value, ChecksumType: checksum.type }),
  })
}

/** The stored parts that the document names. Throws InvalidPart, InvalidPartOrder or EntityTooSmall. */
async function readParts(call: Call, caller: Caller, upload: Upload): Promise<Part[]> {
  // A checksum in the headers is the object's here, not the document's.
  const own = Object.entries(call.headers).filter(([name]) => checksumNames([name]).length === 0)
  const body = openRequestBody({ ...call, headers: Object.fromEntries(own) }, caller, largestDocument)
  const { Part: named } = readXml(await readDocument(body), 'CompleteMultipartUpload')
  if (!Array.isArray(named) || named.length > mostParts) throw malformed()
  const stored = new Map(call.store.uploads.parts(upload.id).map((part) => [part.number, part]))
  const parts = named.map((fields) => findPart(stored, fields))
  for (const [index, part] of parts.entries()) {
    const next = parts[index + 1]
    if (next && next.number <= part.number) throw wrongOrder()
    if (next && part.size < smallestPart) throw tooSmall(part)
  }
  return parts
}

function findPart(stored: Map<number, Part>, fields: Record<string, unknown>): Part {
  const { PartNumber: number, ETag: etag } = fields ?? {}
  if (typeof number !== 'string' || typeof etag !== 'string') throw malformed()
  const part = stored.get(Number(number))
  if (!part || part.etag !== etag.replaceAll('"', '').trim()) throw invalidPart()
  const name = part.checksum && checksumElement(part.checksum.algorithm)
  const claimed = name && fields[name]
  if (claimed !== undefined && claimed !== part.checksum?.value) throw invalidPart()
  return part
}

/** As S3 does it: the MD5 of the parts' MD5s, and how many they are. */
function etagOf(parts: Part[]): string {
  const whole = createHash('md5')
  for (const { etag } of parts) whole.update(Buffer.from(etag, 'hex'))
  return `${whole.digest('hex')}-${parts.length}`
}

async function checksumOf({ store }: Call, upload: Upload, parts: Part[]): Promise<Checksum | undefined> {
  if (!upload.checksum) return undefined
  const { algorithm, type } = upload.checksum
  if (type === 'COMPOSITE')
    return compositeChecksum(
      algorithm,
      parts.map(({ checksum }) => checksum?.value ?? ''),
    )
  const running = openChecksum(algorithm)
  const { release } = store.blobs.hold(parts)
  try {
    for await (const chunk of store.blobs.read(parts, 0, Number.POSITIVE_INFINITY)) running.update(chunk)
  } finally {
    await release()
  }
  return { algorithm, value: running.digest().toString('base64'), type }
}

function assertChecksum({ headers }: Call, checksum: Checksum | undefined): void {
  for (const name of checksumNames(Object.keys(headers))) {
    const isRight =
      checksum && name === checksumHeader(checksum.algorithm) && headers[name] === checksum.value
    if (!isRight)
      throw new S3Error('BadDigest', `The ${name} you specified did not match what we calculated.`)
  }
}

function assertSize({ headers }: Call, size: number): void {
  const expected = headers['x-amz-mp-object-size']
  if (expected === undefined || expected === String(size)) return
  throw new S3Error('InvalidRequest', 'The object size did not match the x-amz-mp-object-size header.')
}

function malformed(): S3Error {
  return new S3Error('MalformedXML', 'The XML you provided was not well-formed or did not validate.')
}

function invalidPart(): S3Error {
  return new S3Error(
    'InvalidPart',
    'One or more of the specified parts could not be found, or has another entity tag or checksum.',
  )
}

function wrongOrder(): S3Error {
  return new S3Error('InvalidPartOrder', 'The list of parts was not in ascending order.')
}

function tooSmall({ number, size }: Part): S3Error {
  const message = 'Your proposed upload is smaller than the minimum allowed size'
  const details = { PartNumber: String(number), ProposedSize: String(size) }
  return new S3Error('EntityTooSmall', message, { ...details, MinSizeAllowed: String(smallestPart) })
}
