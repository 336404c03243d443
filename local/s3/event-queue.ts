import type { Database } from './database.ts'
import type { UnsequencedRecord } from './object-event.ts'

/** An event on its way; its id grows with time and is never used twice. */
export type QueuedEvent = {
  id: number
  bucket: string
  key: string
  record: UnsequencedRecord
  attempts: number
}

export type EventQueue = ReturnType<typeof openEventQueue>

type Row = Record<string, string | number>

/** The events that are not delivered yet, in the index. Changes belong inside a commit. */
export function openEventQueue(database: Database) {
  const insert = database.prepare('INSERT INTO event (bucket, key, record) VALUES (?, ?, ?)')
  const find = database.prepare('SELECT * FROM event WHERE id = ?')
  const list = database.prepare('SELECT id, bucket, key FROM event ORDER BY id')
  const count = database.prepare('UPDATE event SET attempts = ? WHERE id = ?')
  const remove = database.prepare('DELETE FROM event WHERE id = ?')

  return {
    insert: (bucket: string, key: string, record: UnsequencedRecord) =>
      Number(insert.run(bucket, key, JSON.stringify(record)).lastInsertRowid),

    find: (id: number): QueuedEvent | undefined => {
      const row = find.get(id) as Row | undefined
      return row && ({ ...row, record: JSON.parse(String(row.record)) } as QueuedEvent)
    },

    list: () => list.all() as unknown as Pick<QueuedEvent, 'id' | 'bucket' | 'key'>[],

    setAttempts: (id: number, attempts: number) => count.run(attempts, id),

    remove: (id: number) => remove.run(id),
  }
}
