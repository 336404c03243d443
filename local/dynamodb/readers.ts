import type { Level } from './level.ts'
import type { Rows } from './rows.ts'
import type { View } from './view.ts'

type Range = Partial<Rows> & { gt?: string; lte?: string; limit?: number; reverse?: boolean }

/** What was committed before the reader began, however long it reads. */
export type Reader = View & {
  keys: (range: Range) => Promise<string[]>
  values: <Value>(range: Range) => Promise<Value[]>
  /** Values of a range that may be long, one after another. */
  each: <Value>(range: Range) => AsyncIterable<Value>
}

export type Readers = ReturnType<typeof openReaders>

export function openReaders(level: Level) {
  const reading = new Set<Promise<unknown>>()

  async function run<Result>(work: (reader: Reader) => Result | Promise<Result>): Promise<Result> {
    const snapshot = level.snapshot()
    try {
      return await work({
        get: <Value>(row: string) => level.getSync(row, { snapshot }) as Value | undefined,
        keys: (range) => level.keys({ ...range, snapshot }).all(),
        values: <Value>(range: Range) => level.values({ ...range, snapshot }).all() as Promise<Value[]>,
        each: <Value>(range: Range) => level.values({ ...range, snapshot }) as AsyncIterable<Value>,
      })
    } finally {
      await snapshot.close()
    }
  }

  return {
    read: <Result>(work: (reader: Reader) => Result | Promise<Result>): Promise<Result> => {
      const turn = run(work)
      const settled = turn.catch(() => {}).finally(() => reading.delete(settled))
      reading.add(settled)
      return turn
    },

    /** Waits for those that read now. */
    settle: () => Promise.all(reading),
  }
}
