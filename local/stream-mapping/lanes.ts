import { createHash } from 'node:crypto'
import type { ArrivedRecord } from './arrived-record.ts'
import type { MappingSettings } from './settings.ts'

export type Lanes = ReturnType<typeof openLanes>

type Lane = { waiting: ArrivedRecord[]; isRunning: boolean }

/**
 * Deals records out to as many lanes as there may be batches at the same time, those of one partition key to the same
 * lane. Each lane delivers its batches one after another.
 */
export function openLanes(
  { batchSize, parallelizationFactor }: MappingSettings,
  /** Never rejects. */
  deliver: (batch: ArrivedRecord[]) => Promise<void>,
  signal: AbortSignal,
) {
  const lanes: Lane[] = Array.from({ length: parallelizationFactor }, () => ({
    waiting: [],
    isRunning: false,
  }))
  const running = new Set<Promise<void>>()
  let batchDone = Promise.withResolvers<void>()

  function start(lane: Lane): void {
    if (lane.isRunning || lane.waiting.length === 0) return
    lane.isRunning = true
    const run = work(lane).finally(() => running.delete(run))
    running.add(run)
  }

  async function work(lane: Lane): Promise<void> {
    while (lane.waiting.length > 0 && !signal.aborted) {
      await deliver(lane.waiting.splice(0, batchSize))
      batchDone.resolve()
      batchDone = Promise.withResolvers()
    }
    lane.isRunning = false
  }

  return {
    add: (records: readonly ArrivedRecord[]): void => {
      for (const record of records) lanes[laneOf(record, lanes.length)]?.waiting.push(record)
      for (const lane of lanes) start(lane)
    },
    /** How many records have not been delivered yet, not counting those under way. */
    waiting: () => lanes.reduce((sum, { waiting }) => sum + waiting.length, 0),
    /** Resolved when the next batch is done with, in any lane. */
    batchDone: () => batchDone.promise,
    /** Resolved when no batch is under way. */
    atRest: () => Promise.all(running),
  }
}

function laneOf({ partitionKey }: ArrivedRecord, count: number): number {
  return createHash('sha256').update(partitionKey).digest().readUInt32BE() % count
}
