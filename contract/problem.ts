import * as z from 'zod/mini'
import type { Refusal, RefusalCode } from './refusal.ts'

/** The HTTP status of each refusal. A missing code does not compile. */
export const statusOf = {
  invalid: 422,
  'signed-out': 401,
  forbidden: 403,
  'not-found': 404,
  gone: 410,
  conflict: 409,
  'too-many': 429,
  unavailable: 503,
} as const satisfies Record<RefusalCode, number>

/** An error on the wire: problem details as in RFC 9457, with a stable `code` to branch on. */
export const Problem = z.object({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  fields: z.optional(z.record(z.string(), z.string())),
})
export type Problem = z.infer<typeof Problem>

export const PROBLEM_TYPE = 'application/problem+json'

const titles: Record<RefusalCode, string> = {
  invalid: 'Invalid input',
  'signed-out': 'Signed out',
  forbidden: 'Forbidden',
  'not-found': 'Not found',
  gone: 'Gone',
  conflict: 'Conflict',
  'too-many': 'Too many requests',
  unavailable: 'Unavailable',
}

/** The header that says when it may be tried again; none where that is not known. */
export function retryHeaders({ retryAfterSeconds }: Refusal): Record<string, string> {
  return retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }
}

export function problemOf(refusal: Refusal): Problem {
  const problem: Problem = {
    type: 'about:blank',
    title: titles[refusal.code],
    status: statusOf[refusal.code],
    code: refusal.code,
    detail: refusal.message,
  }
  if (Object.keys(refusal.fields).length > 0) problem.fields = refusal.fields
  return problem
}
