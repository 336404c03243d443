import * as z from 'zod/mini'
import type { Route } from './route.ts'
import { Code, Email, KnownPassword, NewPassword } from './sessions.ts'

/** A place where somebody is signed in. */
export const SignedInPlace = z.object({
  id: z.uuid(),
  /** In words: "Firefox on Windows". */
  device: z.string(),
  beganAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime(),
  /** Whether it is the one that asks. */
  isThis: z.boolean(),
})
export type SignedInPlace = z.infer<typeof SignedInPlace>

const nothing = z.undefined()

export const accountRoutes = {
  listSessions: {
    method: 'GET',
    path: '/me/sessions',
    auth: 'required',
    input: z.strictObject({}),
    output: z.object({ items: z.array(SignedInPlace) }),
    by: 'backend',
    summary: 'Where you are signed in, the place used last first. There is a limit to them.',
  },
  endSession: {
    method: 'DELETE',
    path: '/me/sessions/{id}',
    auth: 'required',
    input: z.strictObject({ id: z.uuid('A session has a UUID as its id.') }),
    output: nothing,
    by: 'backend',
    summary: 'Sign out at another place. Doing it twice is the same as once.',
    success: 204,
  },
  showAccount: {
    method: 'GET',
    path: '/me/account',
    auth: 'required',
    input: z.strictObject({}),
    output: z.object({ email: z.string() }),
    by: 'backend',
    summary: 'What you sign in with.',
  },
  changePassword: {
    method: 'POST',
    path: '/auth/change-password',
    auth: 'required',
    input: z.strictObject({ password: KnownPassword, newPassword: NewPassword }),
    output: nothing,
    by: 'backend',
    summary: 'Set a new password with the old one. Every other place is signed out.',
    success: 204,
  },
  changeEmail: {
    method: 'POST',
    path: '/auth/change-email',
    auth: 'required',
    input: z.strictObject({ email: Email, password: KnownPassword }),
    output: nothing,
    by: 'backend',
    summary: 'Ask for another e-mail address. A code is sent to it; the old one stays until it is confirmed.',
    success: 204,
  },
  confirmEmail: {
    method: 'POST',
    path: '/auth/confirm-email',
    auth: 'required',
    input: z.strictObject({ code: Code }),
    output: nothing,
    by: 'backend',
    summary:
      'Confirm the new e-mail address with the code that was sent to it. You sign in with it from then on.',
    success: 204,
  },
} as const satisfies Record<string, Route>
