import { chmod, open } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { StartupProblem } from '../startup-problem.ts'

export type Database = Awaited<ReturnType<typeof openDatabase>>

const version = 1

/** One row an object, an upload, a part of an upload, an event not yet delivered. Text sorts by its UTF-8 bytes, as keys do in S3. */
const schema = `
  CREATE TABLE object (
    bucket TEXT NOT NULL, key TEXT NOT NULL, size INTEGER NOT NULL, etag TEXT NOT NULL,
    modified_at INTEGER NOT NULL, pieces TEXT NOT NULL, headers TEXT NOT NULL, checksum TEXT,
    PRIMARY KEY (bucket, key)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE upload (
    id TEXT PRIMARY KEY, bucket TEXT NOT NULL, key TEXT NOT NULL, started_at INTEGER NOT NULL,
    headers TEXT NOT NULL, checksum_algorithm TEXT, checksum_type TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE part (
    upload TEXT NOT NULL REFERENCES upload ON DELETE CASCADE, number INTEGER NOT NULL, blob TEXT NOT NULL,
    size INTEGER NOT NULL, etag TEXT NOT NULL, modified_at INTEGER NOT NULL, checksum TEXT,
    PRIMARY KEY (upload, number)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE event (
    id INTEGER PRIMARY KEY AUTOINCREMENT, bucket TEXT NOT NULL, key TEXT NOT NULL, record TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  PRAGMA user_version = ${version};
`

/**
 * Opens the index of the store, for this process alone, with mode 0600.
 * Throws a StartupProblem when the file is damaged, from another version or open elsewhere.
 */
export async function openDatabase(path: string) {
  const file = await open(path, 'a', 0o600)
  await file.close()
  await chmod(path, 0o600)
  const connection = prepare(path)
  const { commit, settle } = openCommits(connection)
  return {
    prepare: (sql: string) => connection.prepare(sql),
    commit,
    close: async () => {
      await settle()
      connection.close()
    },
  }
}

function prepare(path: string): DatabaseSync {
  const connection = new DatabaseSync(path, { timeout: 1_000 })
  try {
    connection.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
    const { quick_check: check } = connection.prepare('PRAGMA quick_check(1)').get() ?? {}
    if (check !== 'ok') throw damaged(path)
    const { user_version: found } = connection.prepare('PRAGMA user_version').get() ?? {}
    if (found === 0) connection.exec(`BEGIN; ${schema}; COMMIT`)
    else if (found !== version) throw damaged(path)
    return connection
  } catch (error) {
    connection.close()
    throw problem(error, path)
  }
}

const busy = 5

function problem(error: unknown, path: string): unknown {
  const code = (error as { errcode?: number }).errcode
  if (code === undefined) return error
  if (code === busy) return new StartupProblem(`${path} is open in another process. Stop that one first.`)
  return damaged(path)
}

function damaged(path: string): StartupProblem {
  return new StartupProblem(
    `${path} is damaged or from another version. Put back a copy, or start over with "npm run reset".`,
  )
}

type Work = { run: () => unknown; resolve: (result: never) => void; reject: (error: unknown) => void }

/** Work that waits at the same time is written, and waits for the disk, together. */
function openCommits(connection: DatabaseSync) {
  let waiting: Work[] = []
  let last: Promise<void> = Promise.resolve()

  /** Runs `run` with all its changes or, when it throws, with none. Resolved means: they survive a crash. */
  function commit<Result>(run: () => Result): Promise<Result> {
    const { promise, resolve, reject } = Promise.withResolvers<Result>()
    if (waiting.length === 0) last = new Promise((done) => setImmediate(() => done(flush())))
    waiting.push({ run, resolve, reject })
    return promise
  }

  function flush(): void {
    const works = waiting
    waiting = []
    try {
      connection.exec('BEGIN IMMEDIATE')
      const outcomes = works.map((work) => attempt(connection, work))
      connection.exec('COMMIT')
      for (const tell of outcomes) tell()
    } catch (error) {
      if (connection.isOpen && connection.isTransaction) connection.exec('ROLLBACK')
      for (const { reject } of works) reject(error)
    }
  }

  return { commit, settle: () => last }
}

/** Does one piece of work inside the transaction; what came of it is told after the commit. */
function attempt(connection: DatabaseSync, { run, resolve, reject }: Work): () => void {
  connection.exec('SAVEPOINT work')
  try {
    const result = run() as never
    return () => resolve(result)
  } catch (error) {
    connection.exec('ROLLBACK TO work')
    return () => reject(error)
  } finally {
    connection.exec('RELEASE work')
  }
}
