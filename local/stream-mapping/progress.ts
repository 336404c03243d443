import { openDurableFile } from '../durable-file.ts'
import type { ArrivedRecord } from './arrived-record.ts'

export type Progress = Awaited<ReturnType<typeof openProgress>>

type Checkpoint = { streamArn: string; sequenceNumber: string }

/**
 * Remembers up to where a stream is done with. Records may be settled in any order; the checkpoint is the last one
 * that has nothing unsettled before it, so that a crash can repeat records but never lose one.
 */
export async function openProgress(path: string, streamArn: string) {
  const file = await openDurableFile(path)
  const saved = file.saved as Checkpoint | undefined
  let checkpoint = saved?.streamArn === streamArn ? saved.sequenceNumber : undefined
  const isSettled = new Map<string, boolean>()

  return {
    /** Undefined when nothing of this stream is done with yet. */
    checkpoint,

    /** Notes records that are going to be settled, in the order of the stream. */
    expect: (records: readonly ArrivedRecord[]): void => {
      for (const { sequenceNumber } of records) isSettled.set(sequenceNumber, false)
    },

    /** Resolved means: the checkpoint, as far as it could move, survives a crash. */
    settle: async (records: readonly ArrivedRecord[]): Promise<void> => {
      for (const { sequenceNumber } of records) isSettled.set(sequenceNumber, true)
      const before = checkpoint
      for (const [sequenceNumber, isDone] of isSettled) {
        if (!isDone) break
        isSettled.delete(sequenceNumber)
        checkpoint = sequenceNumber
      }
      if (checkpoint !== before) await file.save(() => ({ streamArn, sequenceNumber: checkpoint }))
    },
  }
}
