import { expect, it } from 'vitest'
import { digitsOf } from './otp.ts'

it('takes the code out of what is pasted', () => {
  expect(digitsOf(' 123 456\n')).toBe('123456')
  expect(digitsOf('Your code: 987-654.')).toBe('987654')
})

it('takes full-width digits for digits', () => {
  expect(digitsOf('１２３４５６')).toBe('123456')
})

it('keeps six digits at most', () => {
  expect(digitsOf('12345678')).toBe('123456')
  expect(digitsOf('no digits')).toBe('')
})
