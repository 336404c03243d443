import { type Client, createClient } from '@mayfly/contract/client'
import { noteServerDate } from './clock/server-clock.ts'

/** The API without a token: for the session's own routes. Pages use `api`, which knows who is signed in. */
export let server: Client

export function openServer(origin: string): void {
  server = createClient({ origin, send })
}

/** `fetch` that listens to the server's clock. */
export async function send(request: Request): Promise<Response> {
  const response = await fetch(request)
  noteServerDate(response.headers.get('date'), Date.now())
  return response
}
