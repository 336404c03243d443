import * as z from 'zod/mini'
import type { Route } from './route.ts'

/** A copy of all that is a person's own, as one file. */
export const Export = z.object({
  /** `over`: it was there, and is gone. `none`: nobody asked for it lately. */
  state: z.enum(['none', 'waiting', 'ready', 'over', 'failed']),
  askedAt: z.nullable(z.iso.datetime()),
  /** Until when the file is there. */
  endsAt: z.nullable(z.iso.datetime()),
  bytes: z.nullable(z.int()),
  /** Where the file is; good for a few minutes, each read has a new one. Null unless it is ready. */
  url: z.nullable(z.url()),
  /** From when on another one can be asked for; null when that is now. */
  nextAt: z.nullable(z.iso.datetime()),
})
export type Export = z.infer<typeof Export>

export const exportRoutes = {
  requestExport: {
    method: 'POST',
    path: '/me/export',
    auth: 'required',
    input: z.strictObject({}),
    output: Export,
    by: 'backend',
    summary: 'Ask for a copy of all that is yours. It is made in the background; one a day.',
    success: 201,
  },
  showExport: {
    method: 'GET',
    path: '/me/export',
    auth: 'required',
    input: z.strictObject({}),
    output: Export,
    by: 'backend',
    summary: 'What has become of your last export, and where to fetch it.',
  },
} as const satisfies Record<string, Route>
