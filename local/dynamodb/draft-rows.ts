import type { Draft } from './draft.ts'
import { itemRows } from './item-rows.ts'
import { recordRow } from './rows.ts'
import { streamRecord } from './stream-record.ts'

/** `sequence` is the last number given; it moves on with each record. */
export type Numbering = { region: string; now: Date; sequence: number }

/** All rows that a draft puts, or removes where the value is undefined: its own, and those that follow from its items. */
export function draftRows(draft: Draft, numbering: Numbering): ReadonlyMap<string, unknown> {
  const rows = new Map(draft.rows)
  for (const change of draft.itemChanges()) {
    const { table } = change
    for (const [row, value] of itemRows(change)) rows.set(row, value)
    if (!table.stream) continue
    numbering.sequence += 1
    rows.set(recordRow(table, numbering.sequence), streamRecord(change, table.stream, numbering))
  }
  return rows
}
