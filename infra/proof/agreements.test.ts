import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { settings } from '../settings.ts'
import { synthesise } from '../templates-in-test.ts'
import { bucketProblems, poolProblems, tableProblems } from './agreements.ts'
import { alarmProblems } from './alarms.ts'
import { changed } from './deployed.ts'
import { edgeProblems } from './edge.ts'
import { functionProblems } from './functions.ts'
import { healthProblems } from './health.ts'
import { triggerProblems } from './triggers.ts'

const templates = synthesise(settings)
const handbook = readFileSync(join(import.meta.dirname, '../../docs/deploy.md'), 'utf8')
const FUNCTION = 'AWS::Lambda::Function'

test('buckets, table and pool are those of the configuration', () => {
  expect(bucketProblems(templates, settings)).toEqual([])
  expect(tableProblems(templates, settings)).toEqual([])
  expect(poolProblems(templates, settings)).toEqual([])
})

test('site and CDN say the headers of the contract, and run the functions as they are', () => {
  expect(edgeProblems(templates, settings)).toEqual([])
})

test('the functions are those of the wiring, end in time, and keep what they could not do', () => {
  expect(functionProblems(templates, settings)).toEqual([])
  expect(triggerProblems(templates, settings)).toEqual([])
})

test('the backend is asked for its health where it listens', () => {
  expect(healthProblems(templates, settings)).toEqual([])
})

test('every failure has an alarm that somebody hears, with a heading in the handbook', () => {
  expect(alarmProblems(templates, settings, handbook)).toEqual([])
})

test('a rule that deletes later is named', () => {
  const later = changed(templates, 'AWS::S3::Bucket', 'Raw', (bucket) => {
    const Rules = [{ Prefix: 'incoming/', ExpirationInDays: 90, Status: 'Enabled' }]
    Object.assign(bucket, { LifecycleConfiguration: { Rules } })
  })
  expect(bucketProblems(later, settings)).toEqual([
    'The bucket raw lacks: incoming/ deleted after 1 days, parts of uploads after 1',
    'The bucket raw has, although nothing asks for it: incoming/ deleted after 90 days, parts of uploads after never',
  ])
})

test('a stream that carries more than keys is named', () => {
  const talkative = changed(templates, 'AWS::DynamoDB::Table', 'Table', (table) => {
    Object.assign(table, { StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' } })
  })
  expect(tableProblems(talkative, settings)).toContain(
    'mayfly-messages-Table lacks: stream: {"StreamViewType":"KEYS_ONLY"}',
  )
})

test('a weaker policy for scripts is named', () => {
  const weak = changed<{ ResponseHeadersPolicyConfig: { SecurityHeadersConfig: object } }>(
    templates,
    'AWS::CloudFront::ResponseHeadersPolicy',
    { stack: 'mayfly-site', word: 'Headers' },
    (policy) => {
      const ContentSecurityPolicy = { ContentSecurityPolicy: "script-src 'unsafe-inline'", Override: true }
      Object.assign(policy.ResponseHeadersPolicyConfig.SecurityHeadersConfig, { ContentSecurityPolicy })
    },
  )
  expect(edgeProblems(weak, settings)).toContainEqual(
    expect.stringMatching(/^CloudFront's site lacks: content-security-policy: /),
  )
})

test('a function that outlasts the patience of Cognito, and one without its queue, are named', () => {
  const slow = changed<{ Timeout: number }>(templates, FUNCTION, 'createuser', (properties) => {
    properties.Timeout = 30
  })
  expect(functionProblems(slow, settings)).toEqual([
    'create-user may take 30 s, but nobody waits longer than 5 s.',
  ])
  const forgetful = changed<{ DeadLetterConfig?: object }>(
    templates,
    FUNCTION,
    'processimage',
    (properties) => {
      delete properties.DeadLetterConfig
    },
  )
  expect(functionProblems(forgetful, settings)).toEqual(['process-image has no dead-letter queue.'])
})

test('a trigger that is gone is named', () => {
  const deaf = changed<{ LambdaConfig?: object }>(templates, 'AWS::Cognito::UserPool', 'People', (pool) => {
    delete pool.LambdaConfig
  })
  expect(triggerProblems(deaf, settings)).toEqual([
    expect.stringMatching(/^A trigger lacks: PostConfirmation wakes .*:mayfly-create-user$/),
  ])
})

test('a health check at another port is named', () => {
  const astray = changed(templates, 'AWS::ElasticLoadBalancingV2::TargetGroup', 'Tasks', (targets) => {
    Object.assign(targets, { HealthCheckPort: '80' })
  })
  expect(healthProblems(astray, settings)).toContain('The backend lacks: its health at 8080/health')
})

test('a number of tasks that each release would set again is named', () => {
  const fixed = changed(templates, 'AWS::ECS::Service', 'backend', (service) => {
    Object.assign(service, { DesiredCount: 1 })
  })
  expect(healthProblems(fixed, settings)).toEqual([
    'Each release sets anew how many tasks there are, whatever the scaling found out.',
  ])
})

test('an alarm that would be silent when nothing is left is named', () => {
  const silent = changed(templates, 'AWS::CloudWatch::Alarm', 'mayfly-backend-is-down', (alarm) => {
    Object.assign(alarm, { TreatMissingData: 'notBreaching' })
  })
  expect(alarmProblems(silent, settings, handbook)).toEqual([
    'mayfly-backend-is-down is silent when no task is left that could be healthy.',
  ])
})

test('a failure that nobody hears of is named, and so is an alarm that nobody can look up', () => {
  const silent = changed(templates, 'AWS::CloudWatch::Alarm', 'mayfly-expire-posts-letters', (_, remove) =>
    remove(),
  )
  expect(alarmProblems(silent, settings, handbook)).toEqual([
    "No alarm sounds when something lies in expire-posts's dead-letter queue.",
  ])
  expect(alarmProblems(templates, settings, handbook.replace('### api-fails', ''))).toEqual([
    'docs/deploy.md does not say what to do when api-fails sounds.',
  ])
})
