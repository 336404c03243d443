import { type Lambda, wiring } from '@mayfly/lambdas/wiring'
import type { Settings } from '../settings-schema.ts'
import { deployed, type Templates } from './deployed.ts'
import { differences } from './differences.ts'
import { lambdaNames } from './lambda-in.ts'

interface FunctionProperties {
  FunctionName: string
  Timeout: number
  Runtime: string
  Architectures: string[]
  DeadLetterConfig?: { TargetArn: string }
}

interface Mapping {
  FunctionName: string
  DestinationConfig?: { OnFailure?: { Destination: string } }
}

/** For how long whoever wakes a function waits for it, in seconds. */
function patienceOf(on: Lambda['on']): number {
  if ('authorizer' in on) return 10
  if ('route' in on) return 30
  if ('cognito' in on) return 5
  // Nobody waits, and Lambda ends it.
  return 900
}

const isAsynchronous = (on: Lambda['on']) => 'created' in on || 'every' in on || 'stream' in on

/** Whether each of the wiring's functions is there, ends before its caller loses patience, and keeps what it could not do. */
export function functionProblems(templates: Templates, settings: Settings): string[] {
  const { account, region } = settings
  const functions = deployed<FunctionProperties>(templates, settings, 'AWS::Lambda::Function')
  const destinations = deployed<Mapping>(templates, settings, 'AWS::Lambda::EventSourceMapping').map(
    ({ properties }) => `${properties.FunctionName} ${properties.DestinationConfig?.OnFailure?.Destination}`,
  )
  const each = functions.flatMap(({ properties }) => {
    const { FunctionName, Timeout, Runtime, Architectures, DeadLetterConfig } = properties
    const name = lambdaNames.find((one) => `mayfly-${one}` === FunctionName)
    if (name === undefined) return []
    const { on } = wiring[name]
    const patience = patienceOf(on)
    const queue = `arn:aws:sqs:${region}:${account}:mayfly-${name}-letters`
    const hasLetters =
      'stream' in on
        ? destinations.includes(`${FunctionName} ${queue}`)
        : DeadLetterConfig?.TargetArn === queue
    const runsAsBuilt = Runtime === 'nodejs24.x' && Architectures.join() === 'arm64'
    return [
      ...(Timeout > patience
        ? [`${name} may take ${Timeout} s, but nobody waits longer than ${patience} s.`]
        : []),
      ...(isAsynchronous(on) && !hasLetters ? [`${name} has no dead-letter queue.`] : []),
      ...(runsAsBuilt ? [] : [`${name} does not run on Node 24 and ARM, for which it is built.`]),
    ]
  })
  const wanted = lambdaNames.map((name) => `mayfly-${name}`)
  const found = functions.map(({ properties }) => properties.FunctionName)
  return [...differences('Lambda', wanted, found), ...each]
}
