import type { Person } from '@mayfly/contract/people'
import type { Session } from '@mayfly/contract/sessions'
import { serverNow } from '../clock/server-clock.ts'
import { rememberSignedIn } from './hint.ts'

/** What pages may know. The token is not a part of it. */
export interface SessionView {
  state: 'starting' | 'signed-in' | 'signed-out'
  me: Person | undefined
  /** Whether this person may see what was reported. */
  isModerator: boolean
  /** True when the session ended by itself, without a sign-out. */
  hasLapsed: boolean
  /** Why, where the server said so. */
  lapseReason: string | undefined
  /** True while nobody knows who is signed in, because the server does not answer. */
  isUnreachable: boolean
}

// The token lives here and nowhere else.
let session: Session | undefined
const starting = {
  state: 'starting',
  me: undefined,
  isModerator: false,
  hasLapsed: false,
  lapseReason: undefined,
  isUnreachable: false,
} as const
let view: SessionView = starting
const listeners = new Set<() => void>()

export const currentSession = () => session

export const sessionView = () => view

/** Calls back at each change. Returns how to stop. */
export function onSessionChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function beginSession(next: Session): void {
  session = next
  rememberSignedIn(true)
  show({ ...starting, state: 'signed-in', me: next.me, isModerator: next.isModerator })
}

/** Shows a change of one's own profile at once, wherever one's own face is. */
export function changeMe(me: Person): void {
  if (session?.me.id !== me.id) return
  session = { ...session, me }
  show({ ...view, me })
}

/**
 * @param hasLapsed whether it ended by itself
 * @param lapseReason why, where that is more than that its time was over
 */
export function endSession(hasLapsed: boolean, lapseReason?: string): void {
  const wasSignedIn = view.state === 'signed-in'
  session = undefined
  rememberSignedIn(false)
  show({ ...starting, state: 'signed-out', hasLapsed: hasLapsed && wasSignedIn, lapseReason })
}

/** Milliseconds that the access token has left by the server's clock; negative when it is over. */
export function tokenLeft(): number {
  return session ? Date.parse(session.expiresAt) - serverNow() : Number.NEGATIVE_INFINITY
}

/** Whether this token is an older one, or the current one past its life. */
export function isTokenOver(token: string): boolean {
  return session?.accessToken !== token || tokenLeft() <= 0
}

/** The server could not be asked whether somebody is signed in; the next round asks again. */
export function noteUnreachable(): void {
  if (view.state === 'starting' && !view.isUnreachable) show({ ...view, isUnreachable: true })
}

function show(next: SessionView): void {
  view = next
  for (const listener of listeners) listener()
}
