import { LIVE_PATH } from '@mayfly/contract/live'
import { send } from '../server.ts'
import { currentToken, renewedToken } from '../session/renewal.ts'
import { tokenLeft } from '../session/state.ts'

const TOO_SHORT_MS = 5_000

/** Asks for the stream of events. Ends it when the line is lost; throws when there is none, or nobody is signed in. */
export async function connect(signal: AbortSignal): Promise<Response> {
  const token = await lastingToken()
  if (token === undefined) throw new Error('Nobody is signed in, so there is nobody to hear events for.')
  const line = new AbortController()
  addEventListener('offline', () => line.abort(), { signal })
  const request = new Request(LIVE_PATH, {
    headers: { accept: 'text/event-stream', authorization: `Bearer ${token}` },
    cache: 'no-store',
    signal: AbortSignal.any([signal, line.signal]),
  })
  const response = await send(request)
  if (response.status === 401) await renewedToken(token)
  return response
}

/** The server ends a stream with its token, so one that is nearly over is not worth a connection. */
async function lastingToken(): Promise<string | undefined> {
  const token = await currentToken()
  return token !== undefined && tokenLeft() < TOO_SHORT_MS ? renewedToken(token) : token
}
