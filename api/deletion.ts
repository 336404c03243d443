import { limits } from '@mayfly/contract/limits'
import { Refusal } from '@mayfly/contract/refusal'
import { endOtherSessions, openSession } from './open-session.ts'
import type { Operation } from './operation.ts'

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000

export const deleteAccount: Operation<'deleteAccount'> = async ({ handle, password }, asked) => {
  const { viewer, stores, now, session } = asked
  const me = await stores.people.findById(viewer.id, now)
  if (handle.replace(/^@/, '') !== me?.handle) {
    const wrong = 'This is not your handle.'
    throw new Refusal('invalid', wrong, { handle: wrong })
  }
  await stores.identity.checkPassword(viewer.id, password)
  const deletesAt = new Date(now.getTime() + limits.deletionGraceDays * DAY_MILLISECONDS)
  await stores.accounts.leave(viewer.id, deletesAt)
  await endOtherSessions(viewer.id, undefined, asked)
  session.drop()
  await stores.identity.signOutEverywhere(viewer.accessToken)
  return { deletesAt: deletesAt.toISOString() }
}

export const restoreAccount: Operation<'restoreAccount'> = async ({ email, password }, asked) => {
  const { stores, now } = asked
  const signedIn = await stores.identity.signIn(email, password, now)
  await stores.accounts.restore(signedIn.person.id, now)
  return openSession(signedIn, asked)
}
