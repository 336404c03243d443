import { Refusal } from '@mayfly/contract/refusal'
import { endOtherSessions, endSession as endSessionOf } from './open-session.ts'
import type { Operation } from './operation.ts'

export const listSessions: Operation<'listSessions'> = async (_, { viewer, stores, now }) => ({
  items: await stores.sessions.list(viewer.id, viewer.sessionId, now),
})

export const endSession: Operation<'endSession'> = async ({ id }, asked) => {
  const { viewer } = asked
  if (id === viewer.sessionId)
    throw new Refusal('invalid', 'This is where you are now. Sign out here instead.')
  await endSessionOf(id, viewer.id, asked)
}

export const showAccount: Operation<'showAccount'> = async (_, { viewer, stores }) => ({
  email: await stores.identity.findEmail(viewer.accessToken),
})

/** Whoever knew the old password may be in. */
export const changePassword: Operation<'changePassword'> = async ({ password, newPassword }, asked) => {
  const { viewer, stores } = asked
  await stores.identity.changePassword(viewer.accessToken, password, newPassword)
  await endOtherSessions(viewer.id, viewer.sessionId, asked)
}

export const changeEmail: Operation<'changeEmail'> = async ({ email, password }, { viewer, stores }) => {
  const before = await stores.identity.findEmail(viewer.accessToken)
  if (before.toLowerCase() === email) {
    const same = 'This is your address already.'
    throw new Refusal('invalid', same, { email: same })
  }
  await stores.identity.checkPassword(viewer.id, password)
  await stores.identity.startEmailChange(viewer.accessToken, email)
}

export const confirmEmail: Operation<'confirmEmail'> = async ({ code }, { viewer, stores }) => {
  await stores.identity.confirmEmail(viewer.accessToken, code)
}
