import type { DeadLetterQueue } from './dead-letters.ts'
import { matchesAny } from './filters.ts'
import type { Lanes } from './lanes.ts'
import { backoff, pause } from './pause.ts'
import type { Progress } from './progress.ts'
import type { MappingSettings } from './settings.ts'
import type { StreamReader } from './stream-reader.ts'

export type PollerParts = {
  reader: StreamReader
  lanes: Lanes
  progress: Progress
  letters: DeadLetterQueue
  settings: MappingSettings
  /** The pause when there was nothing to read. */
  pollMilliseconds: number
  signal: AbortSignal
  onError: (error: unknown) => void
}

/** No more is read while so many records wait for the function. */
const mostWaiting = 2_000

/** Reads on until the signal comes, and puts what the function wants to know of into its lanes. */
export function startPoller(parts: PollerParts) {
  const { reader, lanes, progress, letters, settings, pollMilliseconds, signal, onError } = parts
  let bell = new AbortController()
  let failures = 0

  async function follow(): Promise<void> {
    while (!signal.aborted) {
      bell = new AbortController()
      while (lanes.waiting() >= mostWaiting) await lanes.batchDone()
      const found = await readOn().catch(notNow)
      if (found > 0) continue
      await pause(failures > 0 ? backoff(failures, settings) : pollMilliseconds, signal, bell.signal)
    }
  }

  async function readOn(): Promise<number> {
    const records = await reader.read()
    failures = 0
    const wanted = records.filter(({ event }) => matchesAny(settings.filters, event))
    const unwanted = records.filter((record) => !wanted.includes(record))
    progress.expect(records)
    lanes.add(wanted)
    await progress.settle(unwanted)
    if (records.length === 0) await letters.sweep()
    return records.length
  }

  /** The stream can't be read now. Of an outage only the beginning is told. */
  function notNow(error: unknown): number {
    failures += 1
    if (failures === 1 && !signal.aborted) onError(error)
    return 0
  }

  return {
    /** Reads at once, also in the middle of a pause. */
    poke: () => bell.abort(),
    ended: follow(),
  }
}
