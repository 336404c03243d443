import type { IncomingMessage } from 'node:http'

/** Thrown when a body is longer than its reader takes. */
export class TooLong extends Error {
  override readonly name = 'TooLong'
}

/**
 * The whole body of a request or an answer.
 * Throws TooLong past the limit; the rest is then read and forgotten, so that the sender gets to hear the answer.
 */
export function readWhole(message: IncomingMessage, longest: number): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  let chunks: Buffer[] = []
  let length = 0
  message.on('data', (chunk: Buffer) => {
    length += chunk.length
    if (length <= longest) {
      chunks.push(chunk)
      return
    }
    chunks = []
    reject(new TooLong(`The body is longer than ${longest} bytes.`))
  })
  message.once('end', () => resolve(Buffer.concat(chunks)))
  message.once('error', reject)
  const cut = () => reject(new Error('The connection was cut before the end of the body.'))
  message.once('close', cut)
  // Whoever left before this call says so no second time.
  if (message.destroyed) cut()
  return promise
}
