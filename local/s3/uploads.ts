import type { Checksum, ChecksumAlgorithm, ChecksumType } from './checksums.ts'
import type { Database } from './database.ts'
import type { Headers } from './digests.ts'

/** A multipart upload that is neither completed nor aborted. */
export type Upload = {
  id: string
  bucket: string
  key: string
  startedAt: number
  headers: Headers
  checksum: { algorithm: ChecksumAlgorithm; type: ChecksumType } | undefined
}

export type Part = {
  number: number
  blob: string
  size: number
  etag: string
  modifiedAt: number
  checksum: Checksum | undefined
}

export type Uploads = ReturnType<typeof openUploads>

type Row = Record<string, string | number | null>

/** The multipart uploads in the index. Changes belong inside a commit. */
export function openUploads(database: Database) {
  const find = database.prepare('SELECT * FROM upload WHERE id = ? AND bucket = ? AND key = ?')
  const insert = database.prepare('INSERT INTO upload VALUES (?, ?, ?, ?, ?, ?, ?)')
  const remove = database.prepare('DELETE FROM upload WHERE id = ?')
  const olderThan = database.prepare('SELECT * FROM upload WHERE bucket = ? AND started_at < ?')
  const list = database.prepare('SELECT * FROM part WHERE upload = ? ORDER BY number')
  const putPart = database.prepare('INSERT OR REPLACE INTO part VALUES (?, ?, ?, ?, ?, ?, ?)')
  const blobs = database.prepare('SELECT blob FROM part')

  return {
    find: (id: string, bucket: string, key: string) => {
      const row = find.get(id, bucket, key) as Row | undefined
      return row && uploadOf(row)
    },

    olderThan: (bucket: string, time: number) => (olderThan.all(bucket, time) as Row[]).map(uploadOf),

    insert: ({ id, bucket, key, startedAt, headers, checksum }: Upload) => {
      const [algorithm, type] = [checksum?.algorithm ?? null, checksum?.type ?? null]
      insert.run(id, bucket, key, startedAt, JSON.stringify(headers), algorithm, type)
    },

    /** Takes its parts along. */
    remove: (id: string) => remove.run(id),

    parts: (id: string) => (list.all(id) as Row[]).map(partOf),

    putPart: (id: string, { number, blob, size, etag, modifiedAt, checksum }: Part) => {
      const text = checksum ? JSON.stringify(checksum) : null
      putPart.run(id, number, blob, size, etag, modifiedAt, text)
    },

    blobs: () => (blobs.all() as Row[]).map(({ blob }) => String(blob)),
  }
}

function uploadOf(row: Row): Upload {
  const [algorithm, type] = [row.checksum_algorithm, row.checksum_type]
  return {
    id: String(row.id),
    bucket: String(row.bucket),
    key: String(row.key),
    startedAt: Number(row.started_at),
    headers: JSON.parse(String(row.headers)),
    checksum:
      algorithm === null
        ? undefined
        : { algorithm: algorithm as ChecksumAlgorithm, type: type as ChecksumType },
  }
}

function partOf(row: Row): Part {
  return {
    number: Number(row.number),
    blob: String(row.blob),
    size: Number(row.size),
    etag: String(row.etag),
    modifiedAt: Number(row.modified_at),
    checksum: row.checksum === null ? undefined : JSON.parse(String(row.checksum)),
  }
}
