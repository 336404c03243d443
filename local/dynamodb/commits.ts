import { type Draft, openDraft } from './draft.ts'
import { itemRows } from './item-rows.ts'
import type { Level } from './level.ts'
import { recordRow, sequenceRow } from './rows.ts'
import { streamRecord } from './stream-record.ts'
import type { View } from './view.ts'

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

export type Commits = ReturnType<typeof openCommits>

/**
 * The one writer. Each piece of work sees all work before it; work that waits at the same time is written, and waits
 * for the disk, together. Items, their rows in indexes and their stream records are one batch: a crash leaves all or nothing.
 */
export function openCommits({ level, region, now, onRecords }: Options) {
  let waiting: Work[] = []
  let last: Promise<void> = Promise.resolve()
  let committedSequence = (level.getSync(sequenceRow) as number | undefined) ?? 0
  let isWithoutLeftovers = false

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
    const pending = new Map<string, unknown>()
    const view: View = {
      get: <Value>(row: string) =>
        (pending.has(row) ? pending.get(row) : level.getSync(row)) as Value | undefined,
    }
    let sequence = committedSequence
    const nextSequence = () => {
      sequence += 1
      return sequence
    }
    try {
      const outcomes = works.map((work) => attempt(work, view, pending, nextSequence))
      if (sequence > committedSequence) pending.set(sequenceRow, sequence)
      await write(pending)
      const hasRecords = sequence > committedSequence
      committedSequence = sequence
      for (const tell of outcomes) tell()
      if (hasRecords) onRecords()
    } catch (error) {
      for (const { reject } of works) reject(error)
    }
  }

  /** Does one piece of work; what came of it is told after the commit. */
  function attempt(
    { run, resolve, reject }: Work,
    view: View,
    pending: Map<string, unknown>,
    nextSequence: () => number,
  ): () => void {
    const draft = openDraft(view)
    try {
      const result = run(draft) as never
      for (const [row, value] of rowsOfDraft(draft, nextSequence)) pending.set(row, value)
      return () => resolve(result)
    } catch (error) {
      return () => reject(error)
    }
  }

  function rowsOfDraft(draft: Draft, nextSequence: () => number): Map<string, unknown> {
    const rows = new Map(draft.rows)
    for (const change of draft.itemChanges()) {
      for (const [row, value] of itemRows(change)) rows.set(row, value)
      const { table } = change
      if (!table.stream) continue
      const sequence = nextSequence()
      rows.set(
        recordRow(table, sequence),
        streamRecord(change, { stream: table.stream, region, sequence, now: now() }),
      )
    }
    return rows
  }

  async function write(rows: ReadonlyMap<string, unknown>): Promise<void> {
    if (rows.size === 0) return
    isWithoutLeftovers = false
    const operations = [...rows].map(([key, value]) =>
      value === undefined ? { type: 'del' as const, key } : { type: 'put' as const, key, value },
    )
    await level.batch(operations, { sync: true })
  }

  return {
    commit,
    /** The highest sequence number that readers may know of. */
    lastSequence: () => committedSequence,
    settle: () => last,
    /** True once, when nothing was written since it was last asked. */
    isWithoutLeftovers: () => {
      const answer = isWithoutLeftovers
      isWithoutLeftovers = true
      return answer
    },
  }
}
