import { type Answer, xmlAnswer } from './answer.ts'
import type { Caller } from './authenticate.ts'
import type { Call } from './call.ts'
import { preconditionFailed, writeCondition } from './conditions.ts'
import { originOf } from './put-object.ts'
import { openRequestBody, readDocument } from './request-body.ts'
import { S3Error } from './s3-error.ts'
import { readXml } from './xml.ts'

const largestDocument = 2 * 1024 ** 2
const mostObjects = 1000

/** Deletes one object; it is no error when there is none. */
export async function deleteObject(call: Call): Promise<Answer> {
  const { store, bucket, key, headers } = call
  const condition = writeCondition(headers)
  await store.changes.remove(bucket, key, originOf(call), (current) => {
    if (current) condition(current)
  })
  return { status: 204, headers: {} }
}

type Target = { key: string; etag: string | undefined }

/** Deletes up to 1,000 objects, each by itself: one that can't be deleted does not keep the others. */
export async function deleteObjects(call: Call, caller: Caller): Promise<Answer> {
  const body = openRequestBody(call, caller, largestDocument)
  if (!body.isClaimed) {
    throw new S3Error(
      'InvalidRequest',
      'Missing required header for this request: Content-MD5 OR x-amz-checksum-*',
    )
  }
  const document = readXml(await readDocument(body), 'Delete')
  const targets = readTargets(document)
  const outcomes = await Promise.all(targets.map((target) => deleteOne(call, target)))
  const deleted = outcomes.filter((outcome) => !('Code' in outcome))
  return xmlAnswer('DeleteResult', {
    Deleted: document.Quiet === 'true' ? [] : deleted,
    Error: outcomes.filter((outcome) => 'Code' in outcome),
  })
}

async function deleteOne(call: Call, { key, etag }: Target) {
  const { store, bucket } = call
  try {
    await store.changes.remove(bucket, key, originOf(call), (current) => {
      if (etag !== undefined && current && current.etag !== etag) throw preconditionFailed('ETag')
    })
    return { Key: key }
  } catch (error) {
    if (error instanceof S3Error) return { Key: key, Code: error.code, Message: error.message }
    store.onError(error)
    return { Key: key, Code: 'InternalError', Message: 'We encountered an internal error. Please try again.' }
  }
}

function readTargets({ Object: found }: Record<string, unknown>): Target[] {
  const objects = Array.isArray(found) ? found : []
  if (objects.length === 0 || objects.length > mostObjects) throw malformed()
  return objects.map(({ Key: key, VersionId: version, ETag: etag }) => {
    if (typeof key !== 'string' || key === '') throw malformed()
    if (version !== undefined) throw new S3Error('NotImplemented', 'Versions of objects are not kept here.')
    return { key, etag: typeof etag === 'string' ? etag.replaceAll('"', '') : undefined }
  })
}

function malformed(): S3Error {
  return new S3Error('MalformedXML', 'The XML you provided was not well-formed or did not validate.')
}
