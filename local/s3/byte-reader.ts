import { S3Error } from './s3-error.ts'

const longestLine = 4 * 1024

/** Reads lines and stretches of bytes from a stream, and keeps no more than a line of it. */
export function openByteReader(source: AsyncIterable<Buffer>) {
  const iterator = source[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)

  async function more(): Promise<boolean> {
    const { value, done } = await iterator.next()
    if (done) return false
    rest = rest.length === 0 ? value : Buffer.concat([rest, value])
    return true
  }

  return {
    /** The next line without its end, or undefined at the end of the stream. */
    line: async (): Promise<string | undefined> => {
      for (;;) {
        const end = rest.indexOf('\r\n')
        if (end > longestLine || (end < 0 && rest.length > longestLine)) throw incomplete()
        if (end >= 0) {
          const text = rest.toString('latin1', 0, end)
          rest = rest.subarray(end + 2)
          return text
        }
        if (await more()) continue
        if (rest.length === 0) return undefined
        throw incomplete()
      }
    },

    /** Exactly so many bytes. Throws IncompleteBody when there are fewer. */
    take: async function* (bytes: number): AsyncGenerator<Buffer> {
      let left = bytes
      while (left > 0) {
        if (rest.length === 0 && !(await more())) throw incomplete()
        const piece = rest.subarray(0, left)
        rest = rest.subarray(piece.length)
        left -= piece.length
        yield piece
      }
    },
  }
}

export function incomplete(): S3Error {
  return new S3Error(
    'IncompleteBody',
    'The request body terminated unexpectedly, or is not of the length or form that was announced.',
  )
}
