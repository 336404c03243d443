import { expect, test } from 'vitest'
import { settings } from '../settings.ts'
import { synthesise } from '../templates-in-test.ts'
import { filesOf } from './code-blocks.ts'
import { byCode } from './declared-rights.ts'
import { changed } from './deployed.ts'
import { grantedTo, roleProblems, type Statement } from './granted.ts'
import { probeProblems } from './probes.ts'
import { resourcePolicyProblems } from './resource-policies.ts'
import { callProblems, codeProblems, grantProblems, starProblems } from './rights.ts'
import { unknownActions } from './simulate.ts'

const templates = synthesise(settings)
const granted = grantedTo(templates, settings)

/** The same rights, but for those of one process. */
const withRights = (process: string, change: (statements: Statement[]) => Statement[]) =>
  new Map(granted).set(process, change(structuredClone(granted.get(process) ?? [])))

test('the table of rights says of each process what its code calls', () => {
  expect(codeProblems()).toEqual([])
})

test('whatever the code calls is allowed', async () => {
  expect(await callProblems(granted, settings)).toEqual([])
})

test('nothing is allowed beyond the tables', () => {
  expect(grantProblems(granted, settings)).toEqual([])
})

test('every action exists and is named in full, and few are allowed on everything', async () => {
  expect(await unknownActions(granted)).toEqual([])
  expect(starProblems(granted)).toEqual([])
})

test('no probe gets through', async () => {
  expect(await probeProblems(granted, settings)).toEqual([])
})

test('each role belongs to one process, and its service alone takes it on', () => {
  expect(roleProblems(templates, settings)).toEqual([])
})

test('buckets, queues and topics let in whom they must, over TLS alone', () => {
  expect(resourcePolicyProblems(templates, settings)).toEqual([])
})

test('a right that is taken away is named, and so is the call that needs it', async () => {
  const less = withRights('process-image', (statements) =>
    statements.filter(({ Action }) => ![Action].flat().includes('s3:GetObject')),
  )
  expect(await callProblems(less, settings)).toContain(
    'process-image calls s3:GetObject on raw/incoming/*, and may not.',
  )
  expect(grantProblems(less, settings)).toContainEqual(
    expect.stringMatching(/^process-image lacks: s3:GetObject on arn:aws:s3:::mayfly-raw-.*\/incoming\/\*$/),
  )
})

test('a right too many is named, and so is the probe that gets through', async () => {
  const more = withRights('create-user', (statements) => [
    ...statements,
    { Effect: 'Allow', Action: 'dynamodb:*', Resource: '*' },
  ])
  expect(grantProblems(more, settings)).toEqual([
    'create-user may, although nothing asks for it: dynamodb:* on *',
  ])
  expect(await probeProblems(more, settings)).toContain(
    'create-user may dynamodb:GetItem on table, and must not.',
  )
  expect(starProblems(more)).toEqual(['create-user may dynamodb:* on everything.'])
  expect(await unknownActions(more)).toEqual(['dynamodb:* stands for more than is needed: name the actions.'])
})

test('a command that nobody has heard of is named, and so is one that a process newly sends', () => {
  const files = filesOf('storage')
  const objects = files.get('objects.ts')
  if (!objects) throw new Error('There is no storage/objects.ts.')
  const head = { ...objects, text: `${objects.text}\nnew HeadObjectCommand({})` }
  expect(codeProblems(byCode, new Map(files).set('objects.ts', head))).toEqual([
    'storage/objects.ts sends HeadObjectCommand, and infra/proof/calls-in-code.ts does not know it.',
  ])
  expect(codeProblems({ ...byCode, 'presign-upload': [] })).toEqual([
    'The table of presign-upload lacks: s3:PutObject, which its code calls',
  ])
})

test('a role that somebody else may take on is named', () => {
  const open = changed(templates, 'AWS::IAM::Role', 'createuserrole', (role) => {
    const Principal = { AWS: '*' }
    Object.assign(role, {
      AssumeRolePolicyDocument: { Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal }] },
    })
  })
  expect(roleProblems(open, settings)).toEqual([
    'The role of create-user may be taken on by [["sts:AssumeRole",{"AWS":"*"}]].',
  ])
})

test('a bucket that is opened is named', () => {
  const open = changed(templates, 'AWS::S3::BucketPolicy', 'Raw', (policy) => {
    const anybody = {
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::raw/*',
    }
    Object.assign(policy, { PolicyDocument: { Statement: [anybody] } })
  })
  expect(resourcePolicyProblems(open, settings)).toContainEqual(
    expect.stringContaining('* may s3:GetObject on arn:aws:s3:::raw/*'),
  )
})
