import { WireError } from './wire-error.ts'

/** What a password must be, here and in the user pool on AWS. Length in UTF-16 units, as Cognito counts. */
export const passwordPolicy = {
  minimumLength: 10,
  maximumLength: 256,
  requireLowercase: true,
  requireNumbers: true,
  requireUppercase: false,
  requireSymbols: false,
} as const

/** Throws InvalidPasswordException, worded as Cognito does, when a password does not meet the policy. */
export function checkPasswordPolicy(password: string): void {
  const problem = findProblem(password)
  if (problem) {
    throw new WireError('InvalidPasswordException', `Password did not conform with policy: ${problem}`)
  }
}

function findProblem(password: string): string | undefined {
  if (password.length < passwordPolicy.minimumLength) return 'Password not long enough'
  if (!/[a-z]/.test(password)) return 'Password must have lowercase characters'
  if (!/[0-9]/.test(password)) return 'Password must have numeric characters'
  return undefined
}
