import type { Answer } from './answer.ts'
import type { Caller } from './authenticate.ts'
import type { Piece } from './blobs.ts'
import type { Call } from './call.ts'
import type { Condition } from './changes.ts'
import { type Checksum, checksumHeader } from './checksums.ts'
import { writeCondition } from './conditions.ts'
import type { Headers } from './digests.ts'
import type { EventName } from './object-event.ts'
import { objectHeaders, refuseUnknownHeaders } from './object-headers.ts'
import type { StoredObject } from './objects.ts'
import { openRequestBody } from './request-body.ts'

/** 5 GiB: as much as one request may carry. */
export const largestBody = 5 * 1024 ** 3

/** Stores an object as a whole. Answered means: it survives a crash. */
export async function putObject(call: Call, caller: Caller): Promise<Answer> {
  refuseUnknownHeaders(call.headers)
  const headers = objectHeaders(call.headers)
  const condition = writeCondition(call.headers)
  const body = openRequestBody(call, caller, largestBody)
  const piece = await call.store.blobs.write(body.chunks)
  const { md5, checksum } = body.digests()
  const object = await keep(
    call,
    { key: call.key, headers, piece, md5, checksum },
    'ObjectCreated:Put',
    condition,
  )
  return { status: 200, headers: tagsOf(object) }
}

type Received = { key: string; headers: Headers; piece: Piece; md5: string; checksum: Checksum | undefined }

/** Makes an object of a body that has been written; when that is refused, the body goes. */
export async function keep(
  call: Call,
  { key, headers, piece, md5, checksum }: Received,
  name: EventName,
  condition?: Condition,
): Promise<StoredObject> {
  const { store, bucket, at } = call
  const place = { bucket, key, size: piece.size, pieces: [piece] }
  const object = { ...place, etag: md5, modifiedAt: at.getTime(), headers, checksum }
  try {
    await store.changes.put(object, name, originOf(call), condition)
  } catch (error) {
    await store.blobs.free([piece])
    throw error
  }
  return object
}

export function originOf({ store, requestId, at }: Call) {
  return { region: store.region, accessKeyId: store.credentials.accessKeyId, requestId, at }
}

/** The headers that tell a writer what has been stored. */
export function tagsOf({ etag, checksum }: { etag: string; checksum: Checksum | undefined }): Headers {
  const tag = { etag: `"${etag}"` }
  if (!checksum) return tag
  return {
    ...tag,
    [checksumHeader(checksum.algorithm)]: checksum.value,
    'x-amz-checksum-type': checksum.type,
  }
}
