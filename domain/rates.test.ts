import { expect, test } from 'vitest'
import { tooMany, waitWords } from './rates.ts'

test.each([
  [1, 'Please wait 1 second.'],
  [12, 'Please wait 12 seconds.'],
  [119, 'Please wait 119 seconds.'],
  [120, 'Please wait 2 minutes.'],
  [121, 'Please wait 3 minutes.'],
  [7_199, 'Please wait 120 minutes.'],
  [7_201, 'Please wait 3 hours.'],
  [86_400, 'Please wait 24 hours.'],
])('a wait of %i s is told as %s', (seconds, words) => {
  expect(waitWords(seconds)).toBe(words)
})

test('who is too fast is told so kindly, and when it can go on', () => {
  expect(tooMany('write', 'person', 12)).toMatchObject({
    code: 'too-many',
    message: 'You are writing faster than we can keep up. Please wait 12 seconds.',
    retryAfterSeconds: 12,
  })
  expect(tooMany('write', 'address', 12).message).toContain('your network')
})
