import { expect, test } from 'vitest'
import { given, pickGiven, readConfig, readGiven } from './config.ts'

const whole = {
  DATABASE_URL: 'postgres://mayfly:secret@db.example:5432/mayfly',
  AWS_REGION: 'us-east-1',
  COGNITO_USER_POOL_ID: 'us-east-1_Example',
  COGNITO_CLIENT_ID: 'client',
  COGNITO_CLIENT_SECRET: 'secret',
  MESSAGES_TABLE: 'mayfly-messages',
  RAW_BUCKET: 'mayfly-raw',
  PROCESSED_BUCKET: 'mayfly-processed',
  SITE_ORIGINS: 'https://example.com,https://www.example.com',
  RATE_SECRET: 'known to the tasks alone',
}

test('a whole environment is read, with defaults for what may be left out', () => {
  expect(readConfig({ ...whole, PATH: '/bin' })).toEqual({
    ...whole,
    PORT: 8080,
    SITE_ORIGINS: ['https://example.com', 'https://www.example.com'],
    RATE_FACTOR: 1,
    PEOPLE_PER_ADDRESS: 1,
    LOG_LEVEL: 'info',
  })
})

test('everything that is missing or wrong is told at once, by name, and no value is shown', () => {
  const wrong = {
    ...whole,
    DATABASE_URL: 'mysql://hidden',
    COGNITO_CLIENT_SECRET: undefined,
    SITE_ORIGINS: 'https://example.com/',
    PORT: 'many',
  }
  const read = () => readConfig(wrong)
  for (const name of ['DATABASE_URL', 'COGNITO_CLIENT_SECRET', 'SITE_ORIGINS', 'PORT'])
    expect(read).toThrow(new RegExp(`^  ${name}`, 'm'))
  expect(read).not.toThrow(/AWS_REGION|hidden|many/)
})

test('the address of a database names user, host and database, and takes no options', () => {
  for (const wrong of ['postgres://db.example/mayfly', 'postgres://backend@db.example', '?sslmode=disable']) {
    const DATABASE_URL = wrong.startsWith('?') ? whole.DATABASE_URL + wrong : wrong
    expect(() => readConfig({ ...whole, DATABASE_URL })).toThrow(/^ {2}DATABASE_URL: looks like/m)
  }
  const DATABASE_URL = 'postgres://backend@db.example:5432/mayfly'
  expect(readConfig({ ...whole, DATABASE_URL })).toMatchObject({ DATABASE_URL })
})

test('a process is asked for the variables that it needs and no others, and reads no others', () => {
  const environment = { AWS_REGION: 'us-east-1', RAW_BUCKET: 'mayfly-raw', COGNITO_CLIENT_SECRET: 'secret' }
  const config = readGiven(['RAW_BUCKET'], environment)
  expect(config).toEqual({ AWS_REGION: 'us-east-1', RAW_BUCKET: 'mayfly-raw' })
  expect(pickGiven(['RAW_BUCKET'], readConfig(whole))).toEqual(config)
  expect(() => readGiven(['RAW_BUCKET', 'MESSAGES_TABLE'], environment)).toThrow(/^ {2}MESSAGES_TABLE/m)
})

test('who uses what it was not given is told its name', () => {
  const config = readGiven([], { AWS_REGION: 'us-east-1' })
  expect(given(config, 'AWS_REGION')).toBe('us-east-1')
  expect(() => given(config, 'MESSAGES_TABLE')).toThrow('MESSAGES_TABLE was not given to this process.')
})

test('an environment of two places is refused when it is read', () => {
  const astray = { ...whole, AWS_ENDPOINT_URL_S3: 'http://localhost:9000' }
  expect(() => readConfig(astray)).toThrow(/^ {2}AWS_ENDPOINT_URL_S3: is on this machine/m)
  expect(() => readGiven(['DATABASE_URL'], astray)).toThrow(/AWS_ENDPOINT_URL_S3/)
})
