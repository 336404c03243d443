import type { Draft } from './draft.ts'
import {
  expiryPrefix,
  goneTablePrefix,
  goneTableRow,
  indexPrefix,
  itemPrefix,
  recordPrefix,
  rowsOf,
  trimmedRow,
} from './rows.ts'
import type { Store } from './store.ts'

const rowsAtOnce = 1_000

/** Removes the rows of tables that were deleted. */
export async function removeGoneTables(store: Store): Promise<void> {
  const marks = await store.read((reader) => reader.keys(rowsOf(goneTablePrefix)))
  for (const mark of marks) {
    const id = mark.slice(goneTablePrefix.length)
    for (const prefixOf of [itemPrefix, indexPrefix, recordPrefix, expiryPrefix]) {
      await removeRows(store, prefixOf({ id }))
    }
    await store.commit((draft) => {
      draft.set(trimmedRow({ id }), undefined)
      draft.set(goneTableRow(id), undefined)
    })
  }
}

/** Removes all rows with a beginning as long as `isWanted`, some at a time so that other work gets its turn. */
export async function removeRows(
  store: Store,
  prefix: string,
  isWanted: (draft: Draft) => boolean = () => true,
): Promise<void> {
  for (;;) {
    const rows = await store.read((reader) => reader.keys({ ...rowsOf(prefix), limit: rowsAtOnce }))
    if (rows.length === 0) return
    const isDone = await store.commit((draft) => {
      if (!isWanted(draft)) return true
      for (const row of rows) draft.set(row, undefined)
      return false
    })
    if (isDone) return
  }
}
