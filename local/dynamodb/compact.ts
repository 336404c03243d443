import type { Store } from './store.ts'

const first = ' '
const last = '\x7f'

/**
 * Makes LevelDB forget what was deleted or overwritten. Its compaction of a range carries entries down to the lowest
 * level that has any, and drops there what newer entries hide. What already lies on that level is not written again
 * unless something above overlaps it, so once everything is down, two rows at the ends come in above all, and are
 * carried down too.
 */
export async function compact({ level, commits, settleReaders }: Store): Promise<void> {
  if (commits.isWithoutLeftovers()) return
  // Who began to read before a deletion still sees what it hides, and holds the files.
  await settleReaders()
  await level.compactRange(first, last)
  await level.compactRange(first, last)
  await level.batch([
    { type: 'put', key: first, value: 0 },
    { type: 'put', key: last, value: 0 },
  ])
  await level.compactRange(first, last)
  await settleReaders()
  await level.compactRange(first, first)
}
