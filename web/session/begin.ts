import type { Arguments } from '@mayfly/contract/route'
import type { Routes } from '@mayfly/contract/routes'
import type { Session } from '@mayfly/contract/sessions'
import { server } from '../server.ts'
import { mayBeSignedIn } from './hint.ts'
import { currentToken, renewSoon } from './renewal.ts'
import { beginSession, endSession, sessionView } from './state.ts'
import { onTabMessage, type TabMessage, tellTabs } from './tabs.ts'

const CHECK_EVERY_MS = 15_000

/** Takes up the session of the last visit, if there is one, and keeps it fresh from now on. */
export function startSession(): void {
  onTabMessage(follow)
  if (mayBeSignedIn()) void currentToken().catch(tryAgain)
  else endSession(false)
  setInterval(keepFresh, CHECK_EVERY_MS)
  document.addEventListener('visibilitychange', keepFresh)
  addEventListener('online', keepFresh)
}

/** Throws the server's refusal: a wrong password, an unconfirmed account, too many tries. */
export async function signIn(input: Arguments<Routes['signIn']>): Promise<void> {
  take(await server.signIn(input))
}

/** Signs in, and takes back that the account is to be deleted. */
export async function restoreAccount(input: Arguments<Routes['restoreAccount']>): Promise<void> {
  take(await server.restoreAccount(input))
}

function take(session: Session): void {
  beginSession(session)
  tellTabs({ kind: 'signed-in', session })
}

function keepFresh(): void {
  const work = sessionView().state === 'starting' ? currentToken() : renewSoon()
  // A broken line: the next round tries again, and calls say what is wrong.
  void work.catch(() => undefined)
}

function tryAgain(): void {
  setTimeout(keepFresh, 2_000)
}

/** Does what another tab did. */
function follow(message: TabMessage): void {
  if (message.kind === 'signed-out') {
    leave()
    return
  }
  const { me } = sessionView()
  // Somebody else signed in: nothing of the one before may stay in this page's memory.
  if (me && me.id !== message.session.me.id) location.reload()
  else beginSession(message.session)
}

/** Forgets everything by leaving the app: the front page is another document. */
export function leave(): void {
  endSession(false)
  location.replace('/')
}
