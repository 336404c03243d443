import { userPool } from '@mayfly/config/user-pool'
import { WireError } from './wire-error.ts'

/** Throws InvalidPasswordException, worded as Cognito does, when a password does not meet the policy. */
export function checkPasswordPolicy(password: string): void {
  const problem = findProblem(password)
  if (problem) {
    throw new WireError('InvalidPasswordException', `Password did not conform with policy: ${problem}`)
  }
}

function findProblem(password: string): string | undefined {
  if (password.length < userPool.passwordPolicy.minimumLength) return 'Password not long enough'
  if (!/[a-z]/.test(password)) return 'Password must have lowercase characters'
  if (!/[0-9]/.test(password)) return 'Password must have numeric characters'
  return undefined
}
