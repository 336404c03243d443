import { statusOf } from './problem.ts'
import { type Fields, Refusal, type RefusalCode } from './refusal.ts'
import { type Arguments, type Output, pathParameters, type Route } from './route.ts'
import { type RouteName, type Routes, routes } from './routes.ts'

/** Calls a route: `client.showPost({ id })`. A "no" from the server is thrown as the same `Refusal`. */
export type Client = {
  [Name in RouteName]: (input: Arguments<Routes[Name]>) => Promise<Output<Routes[Name]>>
}

/** `fetch` in the browser; the backend's own `fetch` in a story. */
export type Send = (request: Request) => Promise<Response>

export interface ClientOptions {
  /** Where the API is, without a slash at the end: `https://api.example.com`. */
  origin: string
  send: Send
  /** The access token for this route, or undefined when nobody is signed in. */
  token?: (route: Route) => Promise<string | undefined> | string | undefined
}

export function createClient(options: ClientOptions): Client {
  const entries = Object.entries<Route>(routes).map(([name, route]) => [
    name,
    (input: Record<string, unknown>) => call(route, input, options),
  ])
  return Object.fromEntries(entries)
}

async function call(route: Route, input: Record<string, unknown>, { origin, send, token }: ClientOptions) {
  const request = requestFor(route, input, origin)
  const accessToken = route.auth === 'none' ? undefined : await token?.(route)
  if (accessToken) request.headers.set('authorization', `Bearer ${accessToken}`)
  const response = await send(request)
  if (!response.ok) throw await refusalIn(response)
  if (response.status === 204) return undefined
  return route.type ? response.text() : response.json()
}

function requestFor(route: Route, input: Record<string, unknown>, origin: string): Request {
  const rest = { ...input }
  let path: string = route.path
  for (const name of pathParameters(route.path)) {
    path = path.replace(`{${name}}`, encodeURIComponent(String(rest[name])))
    delete rest[name]
  }
  // The refresh token's cookie belongs to the session routes alone.
  const credentials = route.path.startsWith('/auth/') ? 'include' : 'omit'
  const { method } = route
  if (method === 'GET' || method === 'DELETE')
    return new Request(origin + path + queryOf(rest), { method, credentials })
  const headers = { 'content-type': 'application/json' }
  return new Request(origin + path, {
    method: route.method,
    headers,
    credentials,
    body: JSON.stringify(rest),
  })
}

function queryOf(rest: Record<string, unknown>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(rest)) if (value !== undefined) query.set(name, String(value))
  return query.size > 0 ? `?${query}` : ''
}

async function refusalIn(response: Response): Promise<Error> {
  const problem = (await response.json().catch(() => ({}))) as {
    code?: string
    detail?: string
    fields?: Fields
  }
  const code = (problem.code ?? codeOf(response.status)) as RefusalCode | undefined
  if (code === undefined || !(code in statusOf))
    return new Error(`The server answered ${response.status}. Please try again in a moment.`)
  return new Refusal(code, problem.detail ?? 'The server said no.', problem.fields, retryAfterIn(response))
}

/** In seconds; its other form, a date, is never sent by Mayfly. */
function retryAfterIn({ headers }: Response): number | undefined {
  const seconds = headers.get('retry-after') ?? ''
  return /^\d+$/.test(seconds) ? Number(seconds) : undefined
}

/** The gateway's own answers have no `code`. */
function codeOf(status: number): RefusalCode | undefined {
  const found = Object.entries(statusOf).find(([, known]) => known === status)
  return (found?.[0] as RefusalCode | undefined) ?? (status === 413 ? 'invalid' : undefined)
}
