import { encode } from '../sigv4-canonical.ts'
import { type Answer, xmlAnswer } from './answer.ts'
import { type Call, headerBytes } from './call.ts'
import { type Headers, openDigests } from './digests.ts'
import { objectHeaders, refuseUnknownHeaders } from './object-headers.ts'
import { type PostForm, readPostForm } from './post-form.ts'
import { type SizeRange, verifyPolicy } from './post-policy.ts'
import { keep, tagsOf } from './put-object.ts'
import { tooLarge } from './request-body.ts'
import { S3Error } from './s3-error.ts'

/** Fields that are about the form itself. */
const formFields = [
  'bucket',
  'key',
  'policy',
  'success_action_redirect',
  'success_action_status',
  'x-amz-algorithm',
  'x-amz-credential',
  'x-amz-signature',
]

/** Stores the file of a browser's form, if the policy that was signed for it allows all that the form holds. */
export async function postObject(call: Call): Promise<Answer> {
  const form = await readPostForm(call.request)
  try {
    return await storeFile(call, form)
  } finally {
    form.close()
  }
}

async function storeFile(call: Call, { fields: raw, filename, file }: PostForm): Promise<Answer> {
  const fields = expand(raw, filename)
  const range = verifyPolicy(call, fields)
  const { key } = fields
  if (!key) throw missingKey()
  const isLong = Buffer.byteLength(key) > 1024
  if (isLong) throw new S3Error('KeyTooLongError', 'Your key is too long', { MaxSizeAllowed: '1024' })
  const wanted = headersOf(fields)
  refuseUnknownHeaders(wanted)
  if (fields.success_action_redirect !== undefined) throw noRedirect()
  const headers = objectHeaders(wanted)
  const digests = openDigests(wanted)
  const piece = await call.store.blobs.write(measured(file, range, digests.update))
  // Digests are looked at after the body is whole; a body that fails them goes again.
  const found = await finishOr(
    () => call.store.blobs.free([piece]),
    () => digests.finish({}),
  )
  const { md5, checksum } = found
  const object = await keep(call, { key, headers, piece, md5, checksum }, 'ObjectCreated:Post')
  return answer(call, fields, key, tagsOf(object))
}

async function finishOr<Result>(undo: () => Promise<void>, finish: () => Result): Promise<Result> {
  try {
    return finish()
  } catch (error) {
    await undo()
    throw error
  }
}

/** Ends with EntityTooLarge at the first byte too many, and with EntityTooSmall when there are too few. */
async function* measured(
  file: AsyncIterable<Buffer>,
  { least, most }: SizeRange,
  update: (chunk: Buffer) => void,
): AsyncGenerator<Buffer> {
  let size = 0
  for await (const chunk of file) {
    size += chunk.length
    if (size > most) throw tooLarge(most)
    update(chunk)
    yield chunk
  }
  if (size >= least) return
  const details = { ProposedSize: String(size), MinSizeAllowed: String(least) }
  throw new S3Error(
    'EntityTooSmall',
    'Your proposed upload is smaller than the minimum allowed size',
    details,
  )
}

/** Variables are expanded before the policy is held against the form. */
function expand(fields: Headers, filename: string): Headers {
  const expanded = (value: string) => value.split('${' + 'filename}').join(filename)
  const fixed = ['policy', 'x-amz-signature']
  const pairs = Object.entries(fields)
  return Object.fromEntries(
    pairs.map(([name, value]) => [name, fixed.includes(name) ? value : expanded(value)]),
  )
}

function headersOf(fields: Headers): Headers {
  const pairs = Object.entries(fields).filter(([name]) => !formFields.includes(name))
  return Object.fromEntries(pairs.map(([name, value]) => [name, headerBytes(value)]))
}

function answer({ bucket, headers }: Call, fields: Headers, key: string, tags: Headers): Answer {
  const location = `http://${headers.host}/${bucket}/${encode(key).replaceAll('%2F', '/')}`
  const told = { ...tags, location }
  if (fields.success_action_status === '200') return { status: 200, headers: told }
  if (fields.success_action_status !== '201') return { status: 204, headers: told }
  const content = { Location: location, Bucket: bucket, Key: key, ETag: tags.etag }
  return xmlAnswer('PostResponse', content, told, 201)
}

function missingKey(): S3Error {
  const message =
    "Bucket POST must contain a field named 'key'. If it is specified, please check the order of the fields."
  return new S3Error('InvalidArgument', message, { ArgumentName: 'key' })
}

function noRedirect(): S3Error {
  return new S3Error(
    'NotImplemented',
    'success_action_redirect is not implemented. Use success_action_status.',
  )
}
