import { Refusal } from '@mayfly/contract/refusal'
import { server } from '../server.ts'
import { beginSession, currentSession, endSession, noteUnreachable, sessionView, tokenLeft } from './state.ts'
import { tellTabs } from './tabs.ts'

const RENEW_BEFORE_MS = 60_000
const MESSAGE_HEAD_START_MS = 100

let pending: Promise<void> | undefined

/** The token to call with, renewed first when it is over; undefined when nobody is signed in. */
export async function currentToken(): Promise<string | undefined> {
  const isNeeded = sessionView().state === 'starting' || (currentSession() && tokenLeft() <= 0)
  if (isNeeded) await renew(currentSession()?.accessToken)
  return currentSession()?.accessToken
}

/** A token that is not this refused one; undefined when the session is over. */
export async function renewedToken(refused: string): Promise<string | undefined> {
  await renew(refused)
  return currentSession()?.accessToken
}

/** Renews a minute before the token's end, so that no call has to wait for it. */
export async function renewSoon(): Promise<void> {
  if (!currentSession() || document.hidden || tokenLeft() > RENEW_BEFORE_MS) return
  await renew(currentSession()?.accessToken)
}

/**
 * Asks for a new token with the cookie: once for this tab, and one tab at a time.
 * A "no" ends the session; a broken line is thrown, and the session stays as it was.
 */
function renew(old: string | undefined): Promise<void> {
  pending ??= inTurn(old).finally(() => {
    pending = undefined
  })
  return pending
}

function inTurn(old: string | undefined): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const turn = navigator.locks.request('mayfly-refresh', async () => {
    await askUnlessTold(old).then(resolve, reject)
    // The next tab in line gets the message before the lock, and need not ask for itself.
    await new Promise((done) => setTimeout(done, MESSAGE_HEAD_START_MS))
  })
  turn.catch(reject)
  return promise
}

async function askUnlessTold(old: string | undefined): Promise<void> {
  const known = currentSession()
  if (known && known.accessToken !== old && tokenLeft() > 0) return
  try {
    const session = await server.refreshSession({})
    beginSession(session)
    tellTabs({ kind: 'signed-in', session })
  } catch (error) {
    if (error instanceof Refusal && endsSession(error)) return endSession(true, reasonIn(error))
    noteUnreachable()
    throw error
  }
}

/** Whoever may not come back is told why. */
const reasonIn = ({ code, message }: Refusal) => (code === 'forbidden' ? message : undefined)

const endsSession = ({ code }: Refusal) => code === 'signed-out' || code === 'forbidden' || code === 'invalid'
