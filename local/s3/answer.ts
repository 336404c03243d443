import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Headers } from './digests.ts'
import type { S3Error } from './s3-error.ts'
import { writeXml, type XmlContent } from './xml.ts'

export type Answer = {
  status: number
  headers: Headers
  /** A body that is streamed has its length in the headers. */
  body?: string | AsyncIterable<Buffer>
  /** Called when the body is sent, or will not be. */
  release?: () => Promise<void>
}

export function xmlAnswer(root: string, content: XmlContent, headers: Headers = {}, status = 200): Answer {
  return { status, headers: { 'content-type': 'application/xml', ...headers }, body: writeXml(root, content) }
}

/** What S3 says to a refused request. An answer to HEAD has no body, so that only its status tells. */
export function errorAnswer(error: S3Error, resource: string, requestId: string): Answer {
  const { code, message, details, status } = error
  const content = { Code: code, Message: message, ...details, Resource: resource, RequestId: requestId }
  const body = writeXml('Error', { ...content, HostId: requestId }, true)
  return { status, headers: { 'content-type': 'application/xml' }, body }
}

/** Sends an answer. A body that fails half-way cuts the connection: what came is then seen not to be whole. */
export async function send(response: ServerResponse, answer: Answer, isHead: boolean): Promise<void> {
  const { status, headers, body, release } = answer
  try {
    if (typeof body !== 'object') {
      const bytes = Buffer.from(body ?? '')
      const hasBody = status !== 204 && status !== 304
      const length = hasBody && !isHead ? { 'content-length': String(bytes.length) } : {}
      response.writeHead(status, { ...length, ...headers })
      response.end(isHead || !hasBody ? undefined : bytes)
      return
    }
    response.writeHead(status, headers)
    if (isHead) response.end()
    else await pipeline(Readable.from(body, { objectMode: false }), response)
  } finally {
    await release?.()
  }
}
