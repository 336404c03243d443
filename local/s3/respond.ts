import type { IncomingMessage } from 'node:http'
import { type Answer, errorAnswer } from './answer.ts'
import { authenticate } from './authenticate.ts'
import { type Call, readCall } from './call.ts'
import { corsHeaders, preflight } from './cors.ts'
import { findOperation } from './operations.ts'
import { postObject } from './post-object.ts'
import { S3Error } from './s3-error.ts'
import type { Store } from './store.ts'

/** What the store answers. It never throws. */
export async function respond(store: Store, request: IncomingMessage, requestId: string): Promise<Answer> {
  const resource = (request.url ?? '').split('?', 1).join()
  let shared: Answer['headers'] = {}
  try {
    const call = readCall(store, request, requestId)
    const rules = store.buckets.get(call.bucket)?.cors
    if (call.method === 'OPTIONS') return { status: 200, headers: preflight(rules, call.headers) }
    shared = corsHeaders(rules, call.method, call.headers)
    const answer = await run(call)
    return { ...answer, headers: { ...answer.headers, ...shared } }
  } catch (error) {
    const answer = errorAnswer(known(store, request, error), resource, requestId)
    return { ...answer, headers: { ...answer.headers, ...shared } }
  }
}

async function run(call: Call): Promise<Answer> {
  if (isForm(call)) {
    assertBucket(call)
    return postObject(call)
  }
  const caller = authenticate(call)
  if (call.bucket !== '') assertBucket(call)
  return findOperation(call).run(call, caller)
}

/** A form of a browser carries its signature among its fields. */
function isForm({ method, key, query, headers }: Call): boolean {
  const isMultipart = /^multipart\/form-data/i.test(headers['content-type'] ?? '')
  return method === 'POST' && key === '' && query.size === 0 && isMultipart && !headers.authorization
}

function assertBucket({ store, bucket }: Call): void {
  if (store.buckets.has(bucket)) return
  throw new S3Error('NoSuchBucket', 'The specified bucket does not exist', { BucketName: bucket })
}

function known(store: Store, request: IncomingMessage, error: unknown): S3Error {
  if (error instanceof S3Error) return error
  const isCut = request.destroyed && !request.complete
  if (!isCut) store.onError(error)
  return new S3Error('InternalError', 'We encountered an internal error. Please try again.')
}
