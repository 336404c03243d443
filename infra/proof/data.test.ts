import { expect, test } from 'vitest'
import { settings } from '../settings.ts'
import { sizes } from '../sizes.ts'
import { synthesise } from '../templates-in-test.ts'
import { changed } from './deployed.ts'
import { atRestProblems, logProblems, underWayProblems } from './protection.ts'
import { statefulProblems } from './stateful.ts'

const kept = { ...settings, keepsData: true }
const templates = synthesise(kept)
const POSTGRES = 'AWS::RDS::DBInstance'

test('what holds data is kept, protected, and the same as before', () => {
  expect(statefulProblems(templates, kept)).toEqual([])
})

test('what is kept is encrypted and closed', () => {
  expect(atRestProblems(templates, kept)).toEqual([])
})

test('every way is one of TLS', () => {
  expect(underWayProblems(templates, kept)).toEqual([])
})

test('every log has its days', () => {
  expect(logProblems(templates, kept)).toEqual([])
})

test('a change that would replace the database is refused', () => {
  const renamed = changed<{ DBName: string }>(templates, POSTGRES, 'Postgres', (database) => {
    database.DBName = 'another'
  })
  expect(statefulProblems(renamed, kept)).toEqual([
    'people and posts: DBName was "mayfly" and is "another" now. CloudFormation would replace Postgres9DC8BB04 and all that is in it.',
  ])
})

test('a construct with another id is a new resource, and the old one is missed', () => {
  const { TableCD117FA1: table, ...others } = templates['mayfly-messages']?.Resources ?? {}
  const Resources = { ...others, ...(table ? { Talk12345678: table } : {}) }
  const moved = { ...templates, 'mayfly-messages': { ...templates['mayfly-messages'], Resources } }
  expect(statefulProblems(moved, kept)).toEqual([
    expect.stringMatching(/^mayfly-messages makes Talk12345678, .* does not know/),
    'mayfly-messages no longer makes TableCD117FA1, so messages would be deleted with it.',
  ])
})

test('a protection that is taken away is named, unless nothing is to be kept', () => {
  const open = changed<{ DeletionProtection: boolean }>(templates, POSTGRES, 'Postgres', (database) => {
    database.DeletionProtection = false
  })
  expect(statefulProblems(open, kept)).toEqual([
    'people and posts can be deleted by mistake: DeletionProtection is not on.',
  ])
  const passing = { ...settings, keepsData: false }
  expect(statefulProblems(synthesise(passing), passing)).toEqual([])
})

test('a bucket that could be opened, and one that keeps versions, are named', () => {
  const open = changed(templates, 'AWS::S3::Bucket', 'Raw', (bucket) => {
    const VersioningConfiguration = { Status: 'Enabled' }
    Object.assign(bucket, { PublicAccessBlockConfiguration: {}, VersioningConfiguration })
  })
  expect(atRestProblems(open, kept)).toEqual([
    'mayfly-pictures-Raw could be opened to everybody by a policy or an object of its own.',
    'mayfly-pictures-Raw keeps versions of what was deleted.',
  ])
})

test('a database that takes connections without TLS is named', () => {
  const open = changed(templates, 'AWS::RDS::DBParameterGroup', 'Parameters', (group) => {
    Object.assign(group, { Parameters: { 'rds.force_ssl': '0' } })
  })
  expect(atRestProblems(open, kept)).toContain('mayfly-database-Postgres can be asked without TLS.')
})

test('a log into which rows are written is named', () => {
  const talkative = changed<{ Parameters: Record<string, string> }>(
    templates,
    'AWS::RDS::DBParameterGroup',
    'Parameters',
    (group) => {
      group.Parameters.log_error_verbosity = 'default'
    },
  )
  expect(atRestProblems(talkative, kept)).toEqual([
    'mayfly-database-Postgres writes what people wrote into its log.',
  ])
})

test('a way without TLS is named', () => {
  const open = changed(templates, 'AWS::ElasticLoadBalancingV2::Listener', 'Balancer', (listener) => {
    Object.assign(listener, { Protocol: 'HTTP', Port: 80 })
  })
  expect(underWayProblems(open, kept)).toEqual([
    'mayfly-backend-BalancerHttps lets something through that is not TLS 1.2 or newer.',
  ])
})

test('a log that is kept for ever is named', () => {
  const forever = changed<{ RetentionInDays?: number }>(
    templates,
    'AWS::Logs::LogGroup',
    'AccessLog',
    (log) => {
      delete log.RetentionInDays
    },
  )
  expect(logProblems(forever, kept)).toEqual([
    `The log mayfly-api-AccessLog is not deleted after ${sizes[kept.size].logDays} days.`,
  ])
})
