import type { IncomingMessage } from 'node:http'
import { WireError } from './wire-error.ts'

const mostBytes = 128 * 1024

/** Reads a request's body. Throws RequestEntityTooLargeException over 128 KiB, without keeping the rest. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  const chunks: Buffer[] = []
  let size = 0
  request.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size <= mostBytes) chunks.push(chunk)
    else reject(new WireError('RequestEntityTooLargeException', 'The body is larger than 128 KiB.'))
  })
  request.on('end', () => resolve(Buffer.concat(chunks)))
  request.on('error', reject)
  return promise
}
