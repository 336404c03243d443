import { StartupProblem } from '../startup-problem.ts'
import { assertPatterns, type FilterPattern } from './filters.ts'

/** What an event-source mapping is told on Lambda, under Lambda's names and with its defaults. */
export type MappingSettings = {
  /** An invocation gets so many records at most. */
  batchSize: number
  /** How often a failed batch is tried again; -1 is without end. Splitting it is not counted. */
  maximumRetryAttempts: number
  /** Older records are given up, tried or not; -1 is never. */
  maximumRecordAgeSeconds: number
  /** Splits a failed batch in two until the record that fails is alone. */
  bisectBatchOnFunctionError: boolean
  /** Heeds `batchItemFailures` in what the function returns. */
  reportBatchItemFailures: boolean
  /** So many batches at the same time; those of one partition key come one after another. */
  parallelizationFactor: number
  /** Only records that match one of these wake the function; all do when there is none. */
  filters: readonly FilterPattern[]
  /** An invocation that takes longer has failed. */
  timeoutMilliseconds: number
  /** The pause before the first further attempt; it doubles with each one, up to the longest. */
  firstRetryMilliseconds: number
  longestRetryMilliseconds: number
}

const defaults: MappingSettings = {
  batchSize: 100,
  maximumRetryAttempts: -1,
  maximumRecordAgeSeconds: -1,
  bisectBatchOnFunctionError: false,
  reportBatchItemFailures: false,
  parallelizationFactor: 1,
  filters: [],
  timeoutMilliseconds: 30_000,
  firstRetryMilliseconds: 200,
  longestRetryMilliseconds: 30_000,
}

/** Source: "Lambda parameters for Amazon DynamoDB event source mappings". */
const bounds = {
  batchSize: [1, 10_000],
  maximumRetryAttempts: [-1, 10_000],
  maximumRecordAgeSeconds: [-1, 604_800],
  parallelizationFactor: [1, 10],
} as const

/** Adds the defaults. What Lambda would refuse is a StartupProblem here. */
export function completeSettings(given: Partial<MappingSettings>): MappingSettings {
  const settings = { ...defaults, ...given }
  for (const [name, [least, most]] of Object.entries(bounds)) {
    const value = settings[name as keyof typeof bounds]
    if (!Number.isInteger(value) || value < least || value > most) {
      throw new StartupProblem(
        `${name} of a stream mapping must be a whole number from ${least} to ${most}, not ${value}.`,
      )
    }
  }
  assertPatterns(settings.filters)
  return settings
}
