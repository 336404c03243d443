import * as z from 'zod/mini'
import type { Route } from './route.ts'

const Health = z.object({ status: z.literal('ok') })

/** What operators and tools ask of the backend. */
export const healthRoutes = {
  showHealth: {
    method: 'GET',
    path: '/health',
    auth: 'none',
    input: z.strictObject({}),
    output: Health,
    by: 'backend',
    summary: 'The process is alive.',
  },
  showReadiness: {
    method: 'GET',
    path: '/ready',
    auth: 'none',
    input: z.strictObject({}),
    output: Health,
    by: 'backend',
    summary: 'The process can do its work: its database answers.',
  },
  showOpenApi: {
    method: 'GET',
    path: '/openapi.json',
    auth: 'none',
    input: z.strictObject({}),
    output: z.record(z.string(), z.unknown()),
    by: 'backend',
    summary: 'This API as an OpenAPI 3.1 document.',
  },
  showReference: {
    method: 'GET',
    path: '/reference',
    auth: 'none',
    input: z.strictObject({}),
    output: z.string(),
    by: 'backend',
    summary: 'This API as a page to read.',
    type: 'text/html',
  },
} as const satisfies Record<string, Route>
