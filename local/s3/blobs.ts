import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder } from '../durable-file.ts'

/** A stretch of an object's body, in a file of its own. */
export type Piece = { blob: string; size: number }

export type Blobs = Awaited<ReturnType<typeof openBlobs>>

/**
 * The bodies on disk, under random names: no key ever becomes a path. A blob is written once and never changed.
 * It goes when it is freed and nobody reads it any more.
 */
export async function openBlobs(folder: string) {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const readers = new Map<string, number>()
  const freed = new Set<string>()
  const pathOf = (blob: string) => join(folder, blob)
  const drop = (blob: string) => rm(pathOf(blob), { force: true })

  /** Writes a body as it arrives. Resolved means: it survives a crash. When the body fails, nothing is kept. */
  async function write(chunks: AsyncIterable<Buffer>): Promise<Piece> {
    const blob = randomUUID()
    try {
      const size = await writeFile(pathOf(blob), chunks)
      await syncFolder(folder)
      return { blob, size }
    } catch (error) {
      await drop(blob)
      throw error
    }
  }

  /** Keeps these pieces readable until the answer's `release` is called, even when they are freed meanwhile. */
  function hold(pieces: Piece[]): { release: () => Promise<void> } {
    for (const { blob } of pieces) readers.set(blob, (readers.get(blob) ?? 0) + 1)
    return { release: () => release(pieces) }
  }

  async function release(pieces: Piece[]): Promise<void> {
    for (const { blob } of pieces) {
      const left = (readers.get(blob) ?? 1) - 1
      if (left > 0) readers.set(blob, left)
      else readers.delete(blob)
      if (left === 0 && freed.delete(blob)) await drop(blob)
    }
  }

  /** Gives back the room of pieces that no object names any more. What can't go now is swept at the next start. */
  async function free(pieces: Piece[]): Promise<void> {
    for (const { blob } of pieces) {
      if (readers.has(blob)) freed.add(blob)
      else await drop(blob).catch(() => {})
    }
  }

  /** The bytes from `start` up to and without `end`. Whoever reads holds the pieces. */
  async function* read(pieces: Piece[], start: number, end: number): AsyncGenerator<Buffer> {
    let offset = 0
    for (const { blob, size } of pieces) {
      const from = Math.max(start - offset, 0)
      const to = Math.min(end - offset, size)
      offset += size
      if (from < to) yield* createReadStream(pathOf(blob), { start: from, end: to - 1 })
    }
  }

  /** Removes what a crash left behind: files that no object names. */
  async function sweep(known: Set<string>): Promise<void> {
    for (const name of await readdir(folder)) {
      if (!known.has(name)) await drop(name)
    }
  }

  return { write, hold, free, read, sweep }
}

async function writeFile(path: string, chunks: AsyncIterable<Buffer>): Promise<number> {
  const file = await open(path, 'wx', 0o600)
  let size = 0
  try {
    for await (const chunk of chunks) {
      await writeAll(file, chunk)
      size += chunk.length
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return size
}

async function writeAll(file: FileHandle, chunk: Buffer): Promise<void> {
  let written = 0
  while (written < chunk.length) written += (await file.write(chunk, written)).bytesWritten
}
