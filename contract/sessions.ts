import * as z from 'zod/mini'
import { Handle } from './handles.ts'
import { limits } from './limits.ts'
import { DisplayName, Person } from './people.ts'
import type { Route } from './route.ts'

export const Email = z
  .string('An e-mail address is text.')
  .check(
    z.trim(),
    z.toLowerCase(),
    z.maxLength(limits.emailLongest, 'This e-mail address is too long.'),
    z.email('This does not look like an e-mail address.'),
  )

const tooShort = `A password has at least ${limits.passwordShortest} characters.`

/** A new password. Cognito's policy is the same; it is written here so that the form can say it first. */
export const NewPassword = z
  .string('A password is text.')
  .check(
    z.minLength(limits.passwordShortest, tooShort),
    z.maxLength(limits.passwordLongest, `A password has at most ${limits.passwordLongest} characters.`),
    z.regex(/[a-z]/, 'A password has at least one small letter.'),
    z.regex(/[0-9]/, 'A password has at least one digit.'),
  )

/** A password to sign in with: checked by Cognito alone, which may know older policies. */
export const KnownPassword = z
  .string('A password is text.')
  .check(
    z.minLength(1, 'Please type your password.'),
    z.maxLength(limits.passwordLongest, 'This password is too long.'),
  )

export const Code = z
  .string('The code is text.')
  .check(z.trim(), z.regex(/^\d{6}$/, 'The code has six digits.'))

/** The short-lived token for the page to hold in a variable. The long-lived one is a cookie that no script can read. */
export const Session = z.object({
  accessToken: z.string(),
  expiresAt: z.iso.datetime(),
  me: Person,
  /** Whether this person may see what was reported, and decide about it. */
  isModerator: z.boolean(),
})
export type Session = z.infer<typeof Session>

export const SignUp = z.strictObject({
  email: Email,
  password: NewPassword,
  handle: Handle,
  displayName: DisplayName,
})

const nothing = z.undefined()

export const sessionRoutes = {
  signUp: {
    method: 'POST',
    path: '/auth/sign-up',
    auth: 'none',
    input: SignUp,
    output: nothing,
    by: 'backend',
    summary: 'Ask for an account. A code is sent to the e-mail address.',
    success: 204,
  },
  confirmSignUp: {
    method: 'POST',
    path: '/auth/confirm',
    auth: 'none',
    input: z.strictObject({ email: Email, code: Code }),
    output: nothing,
    by: 'backend',
    summary: 'Confirm an account with the code from the e-mail.',
    success: 204,
  },
  resendCode: {
    method: 'POST',
    path: '/auth/resend-code',
    auth: 'none',
    input: z.strictObject({ email: Email }),
    output: nothing,
    by: 'backend',
    summary: 'Send the sign-up code again.',
    success: 204,
  },
  signIn: {
    method: 'POST',
    path: '/auth/sign-in',
    auth: 'none',
    input: z.strictObject({ email: Email, password: KnownPassword }),
    output: Session,
    by: 'backend',
    summary: 'Sign in. The refresh token is set as a cookie.',
  },
  refreshSession: {
    method: 'POST',
    path: '/auth/refresh',
    auth: 'none',
    input: z.strictObject({}),
    output: Session,
    by: 'backend',
    rate: 'session',
    summary: 'A new access token for the cookie.',
  },
  signOut: {
    method: 'POST',
    path: '/auth/sign-out',
    auth: 'none',
    input: z.strictObject({}),
    output: nothing,
    by: 'backend',
    rate: 'session',
    summary: 'Sign out here: the refresh token is revoked and the cookie removed.',
    success: 204,
  },
  signOutEverywhere: {
    method: 'POST',
    path: '/auth/sign-out-everywhere',
    auth: 'required',
    input: z.strictObject({}),
    output: nothing,
    by: 'backend',
    rate: 'session',
    summary: 'Sign out on every device.',
    success: 204,
  },
  forgotPassword: {
    method: 'POST',
    path: '/auth/forgot-password',
    auth: 'none',
    input: z.strictObject({ email: Email }),
    output: nothing,
    by: 'backend',
    summary: 'Ask for a code to set a new password. The answer is the same for unknown addresses.',
    success: 204,
  },
  resetPassword: {
    method: 'POST',
    path: '/auth/reset-password',
    auth: 'none',
    input: z.strictObject({ email: Email, code: Code, password: NewPassword }),
    output: nothing,
    by: 'backend',
    summary: 'Set a new password with the code from the e-mail.',
    success: 204,
  },
} as const satisfies Record<string, Route>
