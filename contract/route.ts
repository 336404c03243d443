import type * as z from 'zod/mini'
import type { RateName } from './limits.ts'

/** A route is a promise: who may call it, what goes in, what comes out, and who keeps it. */
export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Parameters in braces, as OpenAPI and API Gateway write them: `/posts/{id}`. */
  path: `/${string}`
  /** 'required' and 'moderator' pass the gateway's authorizer; for 'optional' the backend looks at the token itself. */
  auth: 'none' | 'optional' | 'required' | 'moderator'
  /** Path, query and body in one: callers think in arguments. */
  input: z.ZodMiniType
  /** A type and a sieve: what is not declared here never leaves. */
  output: z.ZodMiniType
  /** The container, or the Lambda that answers. */
  by: 'backend' | 'presign-upload'
  /** What it counts as, where that is not plain from method and path: see `rateOf`. */
  rate?: RateName
  /** One sentence for the API reference. */
  summary: string
  success?: 201 | 204
  /** Set when the answer is a page and not JSON. */
  type?: 'text/html'
}

/** What a request counts as: unless the route says otherwise, by where it goes and whether it changes something. */
export function rateOf({ rate, method, path }: Pick<Route, 'rate' | 'method' | 'path'>): RateName {
  if (rate) return rate
  if (path.startsWith('/auth/')) return 'sign-in'
  return method === 'GET' ? 'read' : 'write'
}

/** What the server's operation is given. */
export type Input<R extends Route> = z.output<R['input']>
/** What a caller may pass: defaults can be left out. */
export type Arguments<R extends Route> = z.input<R['input']>
/** What the server's operation returns. */
export type Answer<R extends Route> = z.input<R['output']>
/** What the caller gets. */
export type Output<R extends Route> = z.output<R['output']>

/** The names of the parameters in a path, in order. */
export function pathParameters(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string)
}
