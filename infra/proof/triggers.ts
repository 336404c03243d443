import { type Lambda, wiring } from '@mayfly/lambdas/wiring'
import { namesFor } from '../names.ts'
import type { Settings } from '../settings-schema.ts'
import { deployed, type Templates } from './deployed.ts'
import { differences } from './differences.ts'
import { lambdaNames } from './lambda-in.ts'

interface Mapping {
  FunctionName: string
  EventSourceArn: string
  BatchSize: number
  MaximumRetryAttempts: number
  MaximumRecordAgeInSeconds: number
  BisectBatchOnFunctionError: boolean
  ParallelizationFactor: number
  FilterCriteria?: { Filters: { Pattern: string }[] }
}

interface Trigger {
  BucketName?: string
  NotificationConfiguration?: { LambdaConfigurations?: { Event: string; Function: string }[] }
  LambdaConfig?: Record<string, string>
  ScheduleExpression?: string
  State?: string
  Targets?: { Arn: string }[]
}

/** Whether what wakes a function, besides the gateway, does so: bucket, user pool, clock and stream. */
export function triggerProblems(templates: Templates, settings: Settings): string[] {
  const { account, region } = settings
  const arn = (name: string) => `arn:aws:lambda:${region}:${account}:function:mayfly-${name}`
  const all = (type: string) => deployed<Trigger>(templates, settings, type)
  const found = [
    ...all('AWS::S3::Bucket').flatMap(({ properties: { BucketName, NotificationConfiguration } }) =>
      (NotificationConfiguration?.LambdaConfigurations ?? []).map(
        ({ Event, Function: woken }) => `${Event} in ${BucketName} wakes ${woken}`,
      ),
    ),
    ...all('AWS::Cognito::UserPool').flatMap(({ properties }) =>
      Object.entries(properties.LambdaConfig ?? {}).map(([event, woken]) => `${event} wakes ${woken}`),
    ),
    ...all('AWS::Events::Rule').flatMap(({ properties: { ScheduleExpression, State, Targets = [] } }) =>
      Targets.map(({ Arn }) => `${ScheduleExpression}, ${State}, wakes ${Arn}`),
    ),
    ...deployed<Mapping>(templates, settings, 'AWS::Lambda::EventSourceMapping').map(({ properties }) =>
      mappingLine(properties),
    ),
  ]
  return differences(
    'A trigger',
    lambdaNames.flatMap((name) => wantedTrigger(name, settings, arn(name))),
    found,
  )
}

function wantedTrigger(name: keyof typeof wiring, settings: Settings, woken: string): string[] {
  const { on }: Lambda = wiring[name]
  const names = namesFor(settings)
  if ('created' in on) return [`s3:ObjectCreated:* in ${names.rawBucket} wakes ${woken}`]
  if ('cognito' in on) return [`PostConfirmation wakes ${woken}`]
  if ('every' in on) return [`rate(1 minute), ENABLED, wakes ${woken}`]
  if (!('stream' in on)) return []
  const { account, region } = settings
  const table = `arn:aws:dynamodb:${region}:${account}:table/${names.messagesTable}`
  const { mapping } = on
  return [
    mappingLine({
      FunctionName: `mayfly-${name}`,
      EventSourceArn: `${table}/stream/2026-01-01T00:00:00.000`,
      BatchSize: mapping.batchSize,
      MaximumRetryAttempts: mapping.maximumRetryAttempts,
      MaximumRecordAgeInSeconds: mapping.maximumRecordAgeSeconds,
      BisectBatchOnFunctionError: mapping.bisectBatchOnFunctionError,
      ParallelizationFactor: mapping.parallelizationFactor,
      FilterCriteria: { Filters: mapping.filters.map((filter) => ({ Pattern: JSON.stringify(filter) })) },
    }),
  ]
}

const mappingLine = (mapping: Mapping) =>
  [
    `${mapping.EventSourceArn} wakes ${mapping.FunctionName}`,
    `with ${mapping.BatchSize} records, ${mapping.MaximumRetryAttempts} tries, ${mapping.MaximumRecordAgeInSeconds} s`,
    `in ${mapping.ParallelizationFactor} lanes, halved: ${mapping.BisectBatchOnFunctionError}`,
    `for ${mapping.FilterCriteria?.Filters.map(({ Pattern }) => Pattern).join(' or ')}`,
  ].join(', ')
