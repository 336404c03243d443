import { expect, test } from 'vitest'
import { variablesFor } from './variables.ts'
import { type LambdaName, wiring } from './wiring.ts'

const names = Object.keys(wiring) as LambdaName[]

test('a function knows of what it reaches, and of nothing else', () => {
  expect(variablesFor('answer-preflight')).toEqual(['SITE_ORIGINS'])
  expect(variablesFor('authorize-request')).toEqual(['COGNITO_USER_POOL_ID', 'COGNITO_CLIENT_ID'])
  expect(variablesFor('create-user')).toEqual(['DATABASE_URL'])
  expect(variablesFor('deliver-message')).toEqual(['DATABASE_URL', 'MESSAGES_TABLE'])
})

test('no function knows the secret that the backend shares with the user pool', () => {
  expect(names.filter((name) => variablesFor(name).includes('COGNITO_CLIENT_SECRET'))).toEqual([])
})
