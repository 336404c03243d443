import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** A file of an archive. */
export interface Entry {
  name: string
  content: AsyncIterable<Uint8Array>
  /** False for what is packed by itself, as pictures are. */
  isPackable: boolean
}

/** A zip archive, a piece at a time. Each entry is read in its turn, no faster than the archive is taken. */
export async function* zipped(entries: AsyncIterable<Entry>, madeAt: Date): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile()
  const output = zip.outputStream as Readable
  zip.on('error', (error: Error) => output.destroy(error))
  const filling = fill(zip, output, entries, madeAt).catch((error: Error) => void output.destroy(error))
  yield* output
  await filling
}

async function fill(zip: ZipFile, output: Readable, entries: AsyncIterable<Entry>, mtime: Date) {
  for await (const { name, content, isPackable } of entries) {
    const file = Readable.from(content, { objectMode: false })
    // Whoever takes no more of the archive would leave this one waiting for ever.
    const stop = () => file.destroy()
    output.once('close', stop)
    zip.addReadStream(file, name, { mtime, compress: isPackable })
    await finished(file)
    output.off('close', stop)
  }
  zip.end()
}
