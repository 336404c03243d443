import type { Store } from './store.ts'

/** The two ends of all rows. */
const first = ' '
const last = '\x7f'

/**
 * Makes LevelDB forget on disk what was deleted or overwritten, when there was anything since the last time. What a run
 * before this one left is not known, so the first time is always one. A key, which is ids in hex, can stay in LevelDB's
 * list of files until the next start.
 */
export function openCompaction({ level, commits, settleReaders }: Store): () => Promise<void> {
  let compactedCount = -1

  return async () => {
    const count = commits.count()
    if (count === compactedCount) return
    // Whoever began to read before a deletion still needs what it hides.
    await settleReaders()
    await rewriteAll()
    // Files that are hidden now are removed with the next change of files, once nobody reads them.
    await settleReaders()
    await level.compactRange(first, first)
    compactedCount = count
  }

  /**
   * LevelDB carries a range down to the lowest level that has any of it, and drops on the way what newer entries hide.
   * Only what lies on that level already is not written again, unless something from above overlaps it. So when all is
   * down, a row at each end goes in on top and is carried down over everything.
   */
  async function rewriteAll(): Promise<void> {
    await level.compactRange(first, last)
    await level.compactRange(first, last)
    await level.batch([
      { type: 'put', key: first, value: 0 },
      { type: 'put', key: last, value: 0 },
    ])
    await level.compactRange(first, last)
  }
}
