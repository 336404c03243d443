import { type Client, createClient } from '@mayfly/contract/client'
import { PROBLEM_TYPE } from '@mayfly/contract/problem'
import { send } from './server.ts'
import { currentToken, renewedToken } from './session/renewal.ts'
import { isTokenOver } from './session/state.ts'

/** The API as the person who is signed in. Set by `openApi` before the first page is shown. */
export let api: Client

export function openApi(origin: string): void {
  api = createClient({ origin, send: sendSignedIn, token: currentToken })
}

/** Sends; when the token was refused, renews it and sends once more. */
async function sendSignedIn(request: Request): Promise<Response> {
  const token = tokenIn(request)
  if (token === undefined) return send(request)
  const again = request.clone()
  const response = await send(request).catch((error: unknown) => {
    // The gateway's refusals carry no CORS headers, so a page can't tell them from a broken line.
    if (isTokenOver(token)) return undefined
    throw error
  })
  if (response && !isTokenRefused(response)) return response
  const renewed = await renewedToken(token)
  if (renewed === undefined) again.headers.delete('authorization')
  else again.headers.set('authorization', `Bearer ${renewed}`)
  return send(again)
}

const tokenIn = (request: Request) => request.headers.get('authorization')?.slice('Bearer '.length)

/** The backend's own 403 is a problem document and means "not you"; the gateway's means "not this token". */
function isTokenRefused(response: Response): boolean {
  const isFromBackend = response.headers.get('content-type')?.startsWith(PROBLEM_TYPE) ?? false
  return response.status === 401 || (response.status === 403 && !isFromBackend)
}
