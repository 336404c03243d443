import { expect, test } from 'vitest'
import { preferred } from './language.ts'
import { say } from './say.ts'

test('a page speaks the first language of the browser that it can', () => {
  expect(preferred(['fr-FR', 'de-AT', 'ar'])).toBe('de')
  expect(preferred(['ar-EG', 'en'])).toBe('ar')
  expect(preferred(['en-GB', 'de'])).toBe('en')
  expect(preferred(['fr'])).toBe('en')
  expect(preferred([])).toBe('en')
})

test('in English what the server says stays as it is', () => {
  expect(say('This post has faded.')).toBe('This post has faded.')
})
