import type { LambdaName } from '@mayfly/lambdas/wiring'
import { type Estimator, keyIn, numberOf, refuse, SECONDS_A_MONTH } from '../estimator.ts'
import type { Usage } from '../usage/usage.ts'

interface Work {
  calls: (usage: Usage) => number
  /** Of one call, with the start of a new process now and then. */
  seconds: number
}

const MINUTES_A_MONTH = SECONDS_A_MONTH / 60
const MEGABYTES = 1_024
/** An idle stream is asked so often. */
const READS_A_SECOND = 4

/** How often each function is woken, and for how long. */
export const work: Readonly<Record<LambdaName, Work>> = {
  // The gateway remembers its answer for a minute.
  'authorize-request': { calls: ({ activeMinutes }) => activeMinutes, seconds: 0.03 },
  'answer-preflight': { calls: ({ preflights }) => preflights, seconds: 0.005 },
  'presign-upload': { calls: ({ photos }) => photos, seconds: 0.2 },
  'process-image': { calls: ({ photos }) => photos, seconds: 3 },
  'create-user': { calls: ({ newPeople }) => newPeople, seconds: 0.5 },
  // When it is sent and when it is gone; messages seldom come so close together that one call takes several.
  'deliver-message': { calls: ({ messages }) => 2 * messages, seconds: 0.1 },
  'expire-posts': { calls: () => MINUTES_A_MONTH, seconds: 2 },
}

export const functions = {
  'AWS::Lambda::Function': (resource) => {
    const [architecture] = (resource.properties.Architectures ?? []) as string[]
    if (architecture !== 'arm64') refuse(resource, 'it does not run on ARM.')
    const name = keyIn(resource, 'FunctionName', work)
    const calls = work[name].calls(resource.usage)
    const gigabytes = numberOf(resource, 'MemorySize') / MEGABYTES
    const time = calls * work[name].seconds * gigabytes
    return [
      { service: 'Lambda', what: 'calls', price: 'call', quantity: calls },
      { service: 'Lambda', what: name, price: 'functionTime', quantity: time },
    ]
  },

  'AWS::Lambda::EventSourceMapping': () => [
    {
      service: 'DynamoDB',
      what: 'reads of the stream',
      price: 'streamRead',
      quantity: SECONDS_A_MONTH * READS_A_SECOND,
    },
  ],
} satisfies Record<string, Estimator>
