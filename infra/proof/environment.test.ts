import { expect, test } from 'vitest'
import { settings } from '../settings.ts'
import { synthesise } from '../templates-in-test.ts'
import { changed } from './deployed.ts'
import { environmentProblems } from './environment.ts'
import { plainSecrets } from './plain-secrets.ts'

const templates = synthesise(settings)
const FUNCTION = 'AWS::Lambda::Function'

/** The templates, with other variables for one function. */
const withVariables = (name: string, change: (variables: Record<string, string>) => object) =>
  changed(templates, FUNCTION, `mayfly-${name}`, (properties: Record<string, { Variables: never }>) => {
    Object.assign(properties, { Environment: { Variables: change(properties.Environment?.Variables ?? {}) } })
  })

test('every process is given the variables that it reads, and no others', () => {
  expect(environmentProblems(templates, settings)).toEqual([])
})

test('no secret is in a template', () => {
  expect(plainSecrets(templates, settings)).toEqual([])
})

test('a variable with another name is told twice: as missing, and as unread', () => {
  const misnamed = withVariables('deliver-message', ({ MESSAGES_TABLE, ...others }) => ({
    ...others,
    MESSAGE_TABLE: MESSAGES_TABLE,
  }))
  expect(environmentProblems(misnamed, settings)).toEqual([
    expect.stringMatching(/^deliver-message could not start: MESSAGES_TABLE: /),
    'deliver-message is given MESSAGE_TABLE, which it does not read.',
  ])
})

test('a variable that points elsewhere is named', () => {
  const astray = withVariables('process-image', (variables) => ({ ...variables, RAW_BUCKET: 'another' }))
  expect(environmentProblems(astray, settings)).toEqual([
    expect.stringMatching(/^process-image is told that RAW_BUCKET is another, but it is mayfly-raw-/),
  ])
})

test('a variable that the backend misses is named', () => {
  const less = changed<{ ContainerDefinitions: { Environment: { Name: string }[] }[] }>(
    templates,
    'AWS::ECS::TaskDefinition',
    'mayfly-backend',
    ({ ContainerDefinitions: [container] }) => {
      if (container) container.Environment = container.Environment.filter(({ Name }) => Name !== 'RAW_BUCKET')
    },
  )
  expect(environmentProblems(less, settings)).toEqual([
    expect.stringMatching(/^backend could not start: RAW_BUCKET: /),
  ])
})

test('a database that the migrations would look for elsewhere is named', () => {
  const astray = changed<{ ContainerDefinitions: { Environment: { Name: string; Value: string }[] }[] }>(
    templates,
    'AWS::ECS::TaskDefinition',
    'mayfly-migrations',
    ({ ContainerDefinitions: [container] }) => {
      container?.Environment.push({ Name: 'DATABASE_PORT', Value: '5433' })
    },
  )
  expect(environmentProblems(astray, settings)).toEqual([
    'migrations is told that DATABASE_PORT is 5433, but it is 5432.',
  ])
})

test('a secret in plain text is named', () => {
  const open = withVariables('presign-upload', (variables) => ({
    ...variables,
    RATE_SECRET: 'thereisnosecrethere',
  }))
  expect(plainSecrets(open, settings)).toEqual(['presign-upload is given RATE_SECRET in plain text.'])
})
