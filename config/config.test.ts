import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

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
