import type { Answer } from './answer.ts'
import type { Caller } from './authenticate.ts'
import { createBucket, getBucketLocation, headBucket, listBuckets } from './bucket-operations.ts'
import type { Call } from './call.ts'
import { completeUpload } from './complete-upload.ts'
import { copyObject } from './copy-object.ts'
import { deleteObject, deleteObjects } from './delete-objects.ts'
import { getObject, overrideParameters } from './get-object.ts'
import { listObjects } from './list-objects.ts'
import { abortUpload, createUpload, listParts, uploadPart } from './multipart-upload.ts'
import { putObject } from './put-object.ts'
import { S3Error } from './s3-error.ts'

export type Operation = {
  on: 'service' | 'bucket' | 'object'
  method: string
  /** Parameters of the query by which the operation is known. */
  marks?: string[]
  /** A header by which it is known. */
  header?: string
  /** Further parameters that it takes. */
  takes?: string[]
  run: (call: Call, caller: Caller) => Promise<Answer>
}

/** All that this store does. The first that fits is taken, so those with marks come before those without. */
const operations: Operation[] = [
  { on: 'service', method: 'GET', run: listBuckets },
  { on: 'bucket', method: 'HEAD', run: headBucket },
  { on: 'bucket', method: 'PUT', run: createBucket },
  { on: 'bucket', method: 'GET', marks: ['location'], run: getBucketLocation },
  {
    on: 'bucket',
    method: 'GET',
    marks: ['list-type'],
    takes: [
      'prefix',
      'delimiter',
      'max-keys',
      'continuation-token',
      'start-after',
      'encoding-type',
      'fetch-owner',
    ],
    run: listObjects,
  },
  { on: 'bucket', method: 'POST', marks: ['delete'], run: deleteObjects },
  {
    on: 'object',
    method: 'GET',
    marks: ['uploadId'],
    takes: ['max-parts', 'part-number-marker'],
    run: listParts,
  },
  { on: 'object', method: 'GET', takes: overrideParameters, run: getObject },
  { on: 'object', method: 'HEAD', takes: overrideParameters, run: getObject },
  { on: 'object', method: 'POST', marks: ['uploads'], run: createUpload },
  { on: 'object', method: 'POST', marks: ['uploadId'], run: completeUpload },
  { on: 'object', method: 'PUT', header: 'x-amz-copy-source', run: copyObject },
  { on: 'object', method: 'PUT', marks: ['uploadId', 'partNumber'], run: uploadPart },
  { on: 'object', method: 'PUT', run: putObject },
  { on: 'object', method: 'DELETE', marks: ['uploadId'], run: abortUpload },
  { on: 'object', method: 'DELETE', run: deleteObject },
]

/**
 * The operation that a call asks for. Throws NotImplemented when the query asks for more than it can do: to write the
 * tags of an object must not overwrite the object.
 */
export function findOperation({ bucket, key, method, query, headers }: Call): Operation {
  const on = bucket === '' ? 'service' : key === '' ? 'bucket' : 'object'
  const candidates = operations.filter((operation) => operation.on === on && operation.method === method)
  const found = candidates.find(({ marks = [], header }) => {
    return marks.every((name) => query.has(name)) && (header === undefined || header in headers)
  })
  if (candidates.length === 0) {
    throw new S3Error('MethodNotAllowed', 'The specified method is not allowed against this resource.')
  }
  const isTaken = (name: string) => [...(found?.marks ?? []), ...(found?.takes ?? [])].includes(name)
  const isNeutral = (name: string) => name === 'x-id' || name.toLowerCase().startsWith('x-amz-')
  const unknown = [...query.keys()].find((name) => !isTaken(name) && !isNeutral(name))
  if (found && unknown === undefined) return found
  throw new S3Error(
    'NotImplemented',
    'A parameter you provided implies functionality that is not implemented',
    {
      ...(unknown !== undefined && { Parameter: unknown }),
    },
  )
}
