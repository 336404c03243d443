import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import busboy from 'busboy'
import type { Headers } from './digests.ts'
import { S3Error } from './s3-error.ts'

export type PostForm = {
  /** By lower-case name, in the order in which they came. */
  fields: Headers
  /** The last part of the name that the browser gave. */
  filename: string
  /** Ends only when the whole form has ended well; else it throws. */
  file: AsyncGenerator<Buffer>
  /** Reads no further. */
  close: () => void
}

const mostFieldBytes = 20 * 1024
const limits = { fieldNameSize: 1024, fieldSize: mostFieldBytes, headerPairs: 20 }

/**
 * Reads the fields of an upload by form up to its file, which is streamed. The file is the last field.
 * Throws MalformedPOSTRequest and the like.
 */
export function readPostForm(request: IncomingMessage): Promise<PostForm> {
  const opened = Promise.withResolvers<PostForm>()
  const ended = Promise.withResolvers<void>()
  ended.promise.catch(() => {})
  const parser = openParser(request)
  const fields: Headers = {}
  let fieldBytes = 0
  let isOpen = false
  let refusal: unknown

  function refuse(error: unknown): void {
    refusal ??= error
    opened.reject(error)
    ended.reject(error)
    close()
  }

  function close(): void {
    request.unpipe(parser)
    parser.destroy()
  }

  async function* stream(file: Readable): AsyncGenerator<Buffer> {
    try {
      yield* file
      await ended.promise
    } catch (error) {
      // Why the form was refused says more than that its file then broke off.
      throw refusal ?? error
    }
  }

  parser.on('field', (name, value, { nameTruncated, valueTruncated }) => {
    fieldBytes += name.length + value.length
    if (isOpen) refuse(notLast())
    else if (nameTruncated || valueTruncated || fieldBytes > mostFieldBytes) refuse(tooMuch())
    else if (Object.hasOwn(fields, name.toLowerCase())) refuse(malformed(`The field ${name} comes twice.`))
    else fields[name.toLowerCase()] = value
  })
  parser.on('file', (name, file, { filename }) => {
    file.on('error', () => {})
    const isFirst = !isOpen
    isOpen = true
    if (!isFirst || name.toLowerCase() !== 'file') refuse(isFirst ? wrongNumber() : notLast())
    else opened.resolve({ fields, filename: filename ?? '', file: stream(file), close })
  })
  parser.on('error', () => refuse(malformed()))
  parser.on('close', () => (isOpen ? ended.resolve() : refuse(wrongNumber())))
  request.once('close', () => request.complete || refuse(malformed('The connection was cut.')))
  request.pipe(parser)
  return opened.promise
}

function openParser(request: IncomingMessage) {
  try {
    return busboy({ headers: request.headers, limits, defParamCharset: 'utf8' })
  } catch {
    throw malformed()
  }
}

function malformed(
  detail = 'The body of your POST request is not well-formed multipart/form-data.',
): S3Error {
  return new S3Error('MalformedPOSTRequest', detail)
}

function notLast(): S3Error {
  return new S3Error('InvalidArgument', 'The file must be the last field of the form.', {
    ArgumentName: 'file',
  })
}

function wrongNumber(): S3Error {
  return new S3Error(
    'IncorrectNumberOfFilesInPostRequest',
    'POST requires exactly one file upload per request.',
  )
}

function tooMuch(): S3Error {
  const message = 'Your POST request fields preceding the upload file were too large.'
  return new S3Error('MaxPostPreDataLengthExceededError', message, {
    MaxPostPreDataLengthBytes: String(mostFieldBytes),
  })
}
