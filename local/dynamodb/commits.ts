import { type Draft, openDraft } from './draft.ts'
import { draftRows } from './draft-rows.ts'
import type { Level } from './level.ts'
import { sequenceRow } from './rows.ts'

type Work = {
  run: (draft: Draft) => unknown
  resolve: (result: never) => void
  reject: (error: unknown) => void
}

type Options = {
  level: Level
  region: string
  now: () => Date
  /** Called after a commit that wrote stream records. */
  onRecords: () => void
}

/**
 * The one writer. Each piece of work sees all work before it; work that waits at the same time is written, and waits
 * for the disk, together. Items, their rows in indexes and their stream records are one batch: a crash leaves all or nothing.
 */
export function openCommits({ level, region, now, onRecords }: Options) {
  let waiting: Work[] = []
  let last: Promise<void> = Promise.resolve()
  let lastSequence = (level.getSync(sequenceRow) as number | undefined) ?? 0
  let count = 0

  /** Runs `run` with all its changes or, when it throws, with none. Resolved means: they survive a crash. */
  function commit<Result>(run: (draft: Draft) => Result): Promise<Result> {
    const { promise, resolve, reject } = Promise.withResolvers<Result>()
    if (waiting.length === 0) last = last.then(flush)
    waiting.push({ run, resolve, reject })
    return promise
  }

  async function flush(): Promise<void> {
    const works = waiting
    waiting = []
    const pending = openDraft({
      get: <Value>(row: string) => level.getSync(row) as Value | undefined,
    })
    const numbering = { region, now: now(), sequence: lastSequence }
    try {
      const outcomes = works.map((work) => attempt(work, pending, (draft) => draftRows(draft, numbering)))
      const { sequence } = numbering
      const hasRecords = sequence > lastSequence
      if (hasRecords) pending.set(sequenceRow, sequence)
      if (pending.rows.size > 0) await write(level, pending.rows)
      lastSequence = sequence
      count += 1
      for (const tell of outcomes) tell()
      if (hasRecords) queueMicrotask(onRecords)
    } catch (error) {
      for (const { reject } of works) reject(error)
    }
  }

  return {
    commit,
    /** The highest sequence number that a reader can know of. */
    lastSequence: () => lastSequence,
    /** How often something was committed since the start. */
    count: () => count,
    /** Waits until all that came in is written. */
    settle: () => last,
  }
}

export type Commits = ReturnType<typeof openCommits>

/** Does one piece of work; what came of it is told after the commit. */
function attempt(
  { run, resolve, reject }: Work,
  pending: Draft,
  rowsOf: (draft: Draft) => ReadonlyMap<string, unknown>,
): () => void {
  const draft = openDraft(pending)
  try {
    const result = run(draft) as never
    for (const [row, value] of rowsOf(draft)) pending.set(row, value)
    return () => resolve(result)
  } catch (error) {
    return () => reject(error)
  }
}

async function write(level: Level, rows: ReadonlyMap<string, unknown>): Promise<void> {
  const operations = [...rows].map(([key, value]) =>
    value === undefined ? { type: 'del' as const, key } : { type: 'put' as const, key, value },
  )
  await level.batch(operations, { sync: true })
}
