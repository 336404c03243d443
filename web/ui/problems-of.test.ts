import { SignUp } from '@mayfly/contract/sessions'
import { expect, it } from 'vitest'
import { problemsOf } from './problems-of.ts'

const good = { email: 'ada@example.com', password: 'correct horse 1', handle: 'ada', displayName: 'Ada' }

it('finds nothing wrong with a good form', () => {
  expect(problemsOf(SignUp, good)).toEqual({})
})

it("says the contract's first sentence for each wrong field", () => {
  const problems = problemsOf(SignUp, { ...good, password: 'short', handle: 'Admin' })
  expect(problems).toEqual({
    password: 'A password has at least 10 characters.',
    handle: 'This handle is reserved. Please choose another one.',
  })
})
