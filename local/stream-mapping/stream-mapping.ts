import { join } from 'node:path'
import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { makeFolder } from '../make-folder.ts'
import { type DeadLetter, openDeadLetters } from './dead-letters.ts'
import { type DeliveryParts, deliver } from './delivery.ts'
import type { StreamFunction } from './invocation.ts'
import { openLanes } from './lanes.ts'
import { pause } from './pause.ts'
import { startPoller } from './poller.ts'
import { openProgress } from './progress.ts'
import { completeSettings, type MappingSettings } from './settings.ts'
import { openReader } from './stream-reader.ts'

export type StreamMappingOptions = {
  /** The folder of this mapping alone: made with mode 0700, its files with 0600. */
  dataDir: string
  streams: DynamoDBStreamsClient
  streamArn: string
  functionName: string
  run: StreamFunction
  settings: Partial<MappingSettings>
  /** The one clock of the house, for the age of records and dead letters. */
  now: () => Date
  /** Told of records that were given up. */
  onDeadLetter?: (letter: DeadLetter) => void
  /** Told of each failed attempt, and of each time that the stream can't be read any more. */
  onError?: (error: unknown) => void
  /** How often an idle stream is looked at without a poke; a second by default. */
  pollMilliseconds?: number
}

export type StreamMapping = {
  /** Looks at the stream at once. */
  poke: () => void
  /** Oldest first. */
  deadLetters: () => DeadLetter[]
  /** Begins nothing more and waits for what is under way, for five seconds. The rest waits for the next start. */
  stop: () => Promise<void>
}

const patienceMilliseconds = 5_000

/**
 * Wakes a function with the records of a DynamoDB stream as AWS Lambda does: at least once, those of one partition key
 * in order. The first start begins at the trim horizon, a later one after what is done with.
 * Throws a StartupProblem when the settings can't be played or a file is damaged.
 */
export async function startStreamMapping(options: StreamMappingOptions): Promise<StreamMapping> {
  const { dataDir, streams, streamArn, functionName, run, now, pollMilliseconds = 1_000 } = options
  const settings = completeSettings(options.settings)
  const onError = guarded(options.onError)
  const onDeadLetter = guarded(options.onDeadLetter)
  makeFolder(dataDir)
  const letters = await openDeadLetters(join(dataDir, 'dead-letters.json'), now)
  const progress = await openProgress(join(dataDir, 'checkpoint.json'), streamArn)
  const stopping = new AbortController()
  const { signal } = stopping
  let isClosed = false

  const after = progress.checkpoint
  const onTrimmed = () => onError(new Error(goesOnAtHorizon(functionName)))
  const reader = openReader({ streams, streamArn, after, onTrimmed, signal })
  const delivery: DeliveryParts = {
    functionName,
    run,
    settings,
    streamArn,
    shardId: reader.shardId,
    letters,
    progress,
    now,
    onDeadLetter,
    onError,
    signal,
    isClosed: () => isClosed,
  }
  const lanes = openLanes(settings, (batch) => deliver(delivery, batch), signal)
  const poller = startPoller({
    reader,
    lanes,
    progress,
    letters,
    settings,
    pollMilliseconds,
    signal,
    onError,
  })

  async function end(): Promise<void> {
    stopping.abort()
    const settled = new AbortController()
    const underWay = Promise.all([poller.ended, lanes.atRest()]).then(() => settled.abort())
    await Promise.race([underWay, pause(patienceMilliseconds, settled.signal)])
    isClosed = true
  }

  let stopped: Promise<void> | undefined
  return {
    poke: poller.poke,
    deadLetters: letters.list,
    stop: () => {
      stopped ??= end()
      return stopped
    },
  }
}

function goesOnAtHorizon(functionName: string): string {
  return `${functionName} was away so long that the stream no longer holds what it saw last. It goes on with the oldest record there is; older ones that it has not seen are lost.`
}

/** Whoever is told of something must not be able to break what goes on. */
function guarded<Told>(tell: ((told: Told) => void) | undefined) {
  return (told: Told): void => {
    try {
      tell?.(told)
    } catch {
      // It is theirs to handle, and there is nobody else to tell.
    }
  }
}
