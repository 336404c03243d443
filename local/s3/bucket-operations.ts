import { type Answer, xmlAnswer } from './answer.ts'
import type { Call } from './call.ts'
import { S3Error } from './s3-error.ts'

const owner = { ID: 'local', DisplayName: 'local' }

/** The buckets that were named at the start. */
export async function listBuckets({ store }: Call): Promise<Answer> {
  const names = [...store.buckets.keys()].sort()
  const Bucket = names.map((Name) => ({ Name, CreationDate: new Date(0).toISOString() }))
  return xmlAnswer('ListAllMyBucketsResult', { Owner: owner, Buckets: { Bucket } })
}

export async function headBucket({ store }: Call): Promise<Answer> {
  return { status: 200, headers: { 'x-amz-bucket-region': store.region } }
}

/** S3 gives its first region no name. */
export async function getBucketLocation({ store }: Call): Promise<Answer> {
  return xmlAnswer('LocationConstraint', store.region === 'us-east-1' ? '' : store.region)
}

/** Buckets are named at the start, never made by a call. */
export async function createBucket(): Promise<Answer> {
  throw new S3Error(
    'BucketAlreadyOwnedByYou',
    'Your previous request to create the named bucket succeeded and you already own it.',
  )
}
