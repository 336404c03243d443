import type { Piece } from './blobs.ts'
import type { Checksum } from './checksums.ts'
import type { Database } from './database.ts'
import type { Headers } from './digests.ts'

export type StoredObject = {
  bucket: string
  key: string
  /** In bytes. */
  size: number
  /** Without quotes. */
  etag: string
  /** Milliseconds since 1970, by the clock of the house. */
  modifiedAt: number
  pieces: Piece[]
  /** What is sent along with the body: its type, caching and metadata. */
  headers: Headers
  checksum: Checksum | undefined
}

export type Objects = ReturnType<typeof openObjects>

type Row = Record<string, string | number | null>

/** The objects in the index. Changes belong inside a commit. */
export function openObjects(database: Database) {
  const find = database.prepare('SELECT * FROM object WHERE bucket = ? AND key = ?')
  const next = database.prepare(
    'SELECT * FROM object WHERE bucket = ? AND key >= ? AND key > ? ORDER BY key LIMIT 1',
  )
  const put = database.prepare('INSERT OR REPLACE INTO object VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  const remove = database.prepare('DELETE FROM object WHERE bucket = ? AND key = ?')
  const olderThan = database.prepare('SELECT * FROM object WHERE bucket = ? AND modified_at < ?')
  const allPieces = database.prepare('SELECT pieces FROM object')

  return {
    find: (bucket: string, key: string) => objectOf(find.get(bucket, key) as Row | undefined),

    /** The first object whose key is `from` or later, and later than `after`. */
    next: (bucket: string, from: string, after: string) =>
      objectOf(next.get(bucket, from, after) as Row | undefined),

    olderThan: (bucket: string, time: number) =>
      (olderThan.all(bucket, time) as Row[]).map((row) => objectOf(row)),

    put: (object: StoredObject) => {
      const { bucket, key, size, etag, modifiedAt, pieces, headers, checksum } = object
      const texts = [JSON.stringify(pieces), JSON.stringify(headers)] as const
      put.run(bucket, key, size, etag, modifiedAt, ...texts, checksum ? JSON.stringify(checksum) : null)
    },

    remove: (bucket: string, key: string) => remove.run(bucket, key),

    blobs: () => (allPieces.all() as Row[]).flatMap(({ pieces }) => blobsOf(String(pieces))),
  }
}

function objectOf(row: Row): StoredObject
function objectOf(row: Row | undefined): StoredObject | undefined
function objectOf(row: Row | undefined): StoredObject | undefined {
  return (
    row && {
      bucket: String(row.bucket),
      key: String(row.key),
      size: Number(row.size),
      etag: String(row.etag),
      modifiedAt: Number(row.modified_at),
      pieces: JSON.parse(String(row.pieces)),
      headers: JSON.parse(String(row.headers)),
      checksum: row.checksum === null ? undefined : JSON.parse(String(row.checksum)),
    }
  )
}

function blobsOf(pieces: string): string[] {
  return (JSON.parse(pieces) as Piece[]).map(({ blob }) => blob)
}
