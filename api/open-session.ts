import { randomInt } from 'node:crypto'
import type { Person } from '@mayfly/contract/people'
import { Refusal } from '@mayfly/contract/refusal'
import type { Session } from '@mayfly/contract/sessions'
import { deviceOf } from '@mayfly/domain/devices'
import { handleCandidates } from '@mayfly/domain/handles'
import { suspensionWords } from '@mayfly/domain/moderation'
import type { SignedIn, Stores } from '@mayfly/storage/stores'
import { isModeratorIn } from './moderators.ts'
import type { SessionCookie } from './session-cookie.ts'

interface Asked {
  stores: Stores
  now: Date
}

interface AskedByBrowser extends Asked {
  session: SessionCookie
  userAgent: string | undefined
}

/**
 * Hands over the session that Cognito began or went on with, and notes where it is. One that must not go on is revoked.
 * @throws Refusal `signed-out` when it was ended, `forbidden` when the person is suspended or leaves
 */
export async function openSession(signedIn: SignedIn, asked: AskedByBrowser): Promise<Session> {
  const { stores, now, session, userAgent } = asked
  // First: the refresh token before is replaced, whatever comes now.
  session.keep(signedIn.refreshToken)
  const me = await personOf(signedIn, asked)
  const isLive =
    !(me instanceof Refusal) && (await stores.sessions.use(signedIn.session, deviceOf(userAgent), now))
  if (isLive) return sessionOf(signedIn, me)
  session.drop()
  await stores.identity.signOut(signedIn.refreshToken)
  throw me instanceof Refusal ? me : signedOutFromElsewhere()
}

const sessionOf = ({ accessToken, expiresAt, groups }: SignedIn, me: Person): Session => ({
  accessToken,
  expiresAt: expiresAt.toISOString(),
  me,
  isModerator: isModeratorIn(groups),
})

/** Who signed in, made now if the confirmation could not do it; or why they may not. */
async function personOf({ person }: SignedIn, { stores, now }: Asked): Promise<Person | Refusal> {
  const { id, handle, displayName } = person
  const suspension = await stores.suspensions.find(id, now)
  if (suspension !== undefined) return new Refusal('forbidden', suspensionWords(suspension))
  const known = await stores.people.findById(id, now)
  if (known !== undefined) return known
  const deletesAt = await stores.accounts.findLeaving(id)
  if (deletesAt !== undefined) return isLeaving(deletesAt)
  const handles = handleCandidates(handle, [randomInt(100, 999_999), randomInt(100, 999_999)])
  await stores.people.insert({ id, displayName, createdAt: now }, handles)
  const made = await stores.people.findById(id, now)
  return made ?? new Refusal('forbidden', 'This account is suspended.')
}

const signedOutFromElsewhere = () =>
  new Refusal('signed-out', 'You were signed out here from another place. Please sign in again.')

/** The page tells the time in the reader's own zone. */
const isLeaving = (deletesAt: Date) =>
  new Refusal('forbidden', 'This account is about to be deleted.', { deletesAt: deletesAt.toISOString() })

/** Ends a session of a person. Its pages hear of it, and cannot go on. */
export async function endSession(id: string, personId: string, { stores, now }: Asked) {
  if (await stores.sessions.end(id, personId, now)) await tellEnds([id], personId, stores)
}

/** Ends all sessions of a person but this one, or all. */
export async function endOtherSessions(personId: string, keptId: string | undefined, asked: Asked) {
  const ended = await asked.stores.sessions.endOthers(personId, keptId, asked.now)
  await tellEnds(ended, personId, asked.stores)
}

const tellEnds = (ids: readonly string[], personId: string, { live }: Stores) =>
  live.tellAll(ids.map((sessionId) => ({ to: [personId], event: { type: 'session-ended', sessionId } })))
