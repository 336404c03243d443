import { expect, test } from 'vitest'
import { mixedPlaces } from './mixed-places.ts'

const parts = {
  AWS_REGION: 'us-east-1',
  COGNITO_USER_POOL_ID: 'us-east-1_Example',
  MESSAGES_TABLE: 'mayfly-messages',
  RAW_BUCKET: 'mayfly-raw',
  PROCESSED_BUCKET: 'mayfly-processed',
}
const onAws = { ...parts, DATABASE_URL: 'postgres://backend@db.example:5432/mayfly' }
const here = {
  ...parts,
  DATABASE_URL: 'postgres://mayfly:secret@127.0.0.1:5432/mayfly',
  AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: 'http://127.0.0.1:1001',
  AWS_ENDPOINT_URL_DYNAMODB: 'http://localhost:1002',
  AWS_ENDPOINT_URL_S3: 'http://[::1]:1003',
  AWS_ACCESS_KEY_ID: 'LOCAL',
  AWS_SECRET_ACCESS_KEY: 'local',
}
const names = (sentences: readonly string[]) => sentences.map((sentence) => sentence.split(':')[0])

test('all of it on AWS, or all of it on this machine, is fine', () => {
  expect(mixedPlaces(onAws)).toEqual([])
  expect(mixedPlaces(here)).toEqual([])
})

test('what a role is lent by AWS is fine there, and a fixed key is not', () => {
  const keys = { AWS_ACCESS_KEY_ID: 'ASIA', AWS_SECRET_ACCESS_KEY: 'secret' }
  expect(mixedPlaces({ ...onAws, ...keys, AWS_SESSION_TOKEN: 'token' })).toEqual([])
  expect(names(mixedPlaces({ ...onAws, ...keys }))).toEqual(['AWS_ACCESS_KEY_ID'])
})

test('with a database elsewhere every endpoint on this machine is refused by name', () => {
  const endpoints = {
    AWS_ENDPOINT_URL: 'http://localhost:4566',
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: 'http://127.1.2.3:1',
    AWS_ENDPOINT_URL_DYNAMODB: 'http://[::ffff:127.0.0.1]:1',
    AWS_ENDPOINT_URL_S3: 'http://0.0.0.0:1',
  }
  expect(names(mixedPlaces({ ...onAws, ...endpoints }))).toEqual(Object.keys(endpoints))
  expect(mixedPlaces({ ...onAws, AWS_ENDPOINT_URL_S3: 'https://s3.example' })).toEqual([])
})

test('with a database on this machine nothing is left to AWS', () => {
  for (const name of [
    'AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER',
    'AWS_ENDPOINT_URL_DYNAMODB',
    'AWS_ENDPOINT_URL_S3',
  ] as const) {
    const { [name]: _, ...rest } = here
    expect(names(mixedPlaces(rest))).toEqual([name])
    expect(names(mixedPlaces({ ...here, [name]: 'https://s3.us-east-1.amazonaws.com' }))).toEqual([name])
  }
})

test('a function without a database is held to what it has', () => {
  const { DATABASE_URL: _, ...rest } = here
  expect(mixedPlaces({ AWS_REGION: 'us-east-1', COGNITO_USER_POOL_ID: 'us-east-1_Example' })).toEqual([])
  expect(mixedPlaces(rest)).toEqual([])
  const { AWS_ENDPOINT_URL_S3: __, ...withoutS3 } = rest
  expect(names(mixedPlaces(withoutS3))).toEqual(['AWS_ENDPOINT_URL_S3'])
  const { MESSAGES_TABLE: ___, AWS_ENDPOINT_URL_DYNAMODB: ____, ...withoutTable } = here
  expect(mixedPlaces(withoutTable)).toEqual([])
})
