import * as z from 'zod/mini'
import { AskedHandle } from './handles.ts'
import type { Route } from './route.ts'
import { Email, KnownPassword, Session } from './sessions.ts'

export const deletionRoutes = {
  deleteAccount: {
    method: 'POST',
    path: '/auth/delete-account',
    auth: 'required',
    input: z.strictObject({ handle: AskedHandle, password: KnownPassword }),
    output: z.object({ deletesAt: z.iso.datetime() }),
    by: 'backend',
    summary:
      'Leave: nobody sees you from now on, every place is signed out, and after a week everything of yours is gone.',
  },
  restoreAccount: {
    method: 'POST',
    path: '/auth/restore-account',
    auth: 'none',
    input: z.strictObject({ email: Email, password: KnownPassword }),
    output: Session,
    by: 'backend',
    summary: 'Think better of it within the week, and sign in.',
  },
} as const satisfies Record<string, Route>
