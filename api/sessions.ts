import { Refusal } from '@mayfly/contract/refusal'
import { endOtherSessions, endSession, openSession } from './open-session.ts'
import type { Operation } from './operation.ts'
import { taken } from './people.ts'

export const signUp: Operation<'signUp'> = async (input, { stores, now }) => {
  if (!(await stores.handles.isFree(input.handle, undefined, now))) throw taken()
  await stores.identity.signUp(input)
}

export const confirmSignUp: Operation<'confirmSignUp'> = async ({ email, code }, { stores }) => {
  await stores.identity.confirm(email, code)
}

export const resendCode: Operation<'resendCode'> = async ({ email }, { stores }) => {
  await stores.identity.resendCode(email)
}

export const signIn: Operation<'signIn'> = async ({ email, password }, asked) =>
  openSession(await asked.stores.identity.signIn(email, password, asked.now), asked)

export const refreshSession: Operation<'refreshSession'> = async (_, asked) => {
  const { stores, now, session } = asked
  const refreshToken = session.read()
  if (refreshToken === undefined) throw new Refusal('signed-out', 'Please sign in.')
  const signedIn = await stores.identity.refresh(refreshToken, now).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'signed-out') session.drop()
    throw error
  })
  return openSession(signedIn, asked)
}

export const signOut: Operation<'signOut'> = async (_, { stores, now, session }) => {
  const refreshToken = session.read()
  session.drop()
  if (refreshToken === undefined) return
  // Which session it is, only its next tokens tell.
  const signedIn = await stores.identity.refresh(refreshToken, now).catch(unlessOver)
  if (signedIn === undefined) return
  await stores.identity.signOut(signedIn.refreshToken)
  await endSession(signedIn.session.id, signedIn.person.id, { stores, now })
}

function unlessOver(error: unknown): undefined {
  if (!(error instanceof Refusal) || error.code !== 'signed-out') throw error
}

export const signOutEverywhere: Operation<'signOutEverywhere'> = async (_, asked) => {
  const { stores, viewer, session } = asked
  await endOtherSessions(viewer.id, undefined, asked)
  await stores.identity.signOutEverywhere(viewer.accessToken)
  session.drop()
}

export const forgotPassword: Operation<'forgotPassword'> = async ({ email }, { stores }) => {
  await stores.identity.forgotPassword(email)
}

export const resetPassword: Operation<'resetPassword'> = async (input, asked) => {
  const personId = await asked.stores.identity.resetPassword(input, asked.now)
  await endOtherSessions(personId, undefined, asked)
}
