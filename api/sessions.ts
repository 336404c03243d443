import { randomInt } from 'node:crypto'
import { Refusal } from '@mayfly/contract/refusal'
import type { Session } from '@mayfly/contract/sessions'
import { handleCandidates } from '@mayfly/domain/handles'
import type { Stores } from '@mayfly/storage/stores'
import type { Operation } from './operation.ts'

export const signUp: Operation<'signUp'> = async (input, { stores }) => {
  if (await stores.people.isHandleTaken(input.handle)) {
    const taken = 'Somebody has this handle already. Please choose another one.'
    throw new Refusal('conflict', taken, { handle: taken })
  }
  await stores.identity.signUp(input)
}

export const confirmSignUp: Operation<'confirmSignUp'> = async ({ email, code }, { stores }) => {
  await stores.identity.confirm(email, code)
}

export const resendCode: Operation<'resendCode'> = async ({ email }, { stores }) => {
  await stores.identity.resendCode(email)
}

export const signIn: Operation<'signIn'> = async ({ email, password }, { stores, now, session }) => {
  const signedIn = await stores.identity.signIn(email, password, now)
  session.keep(signedIn.refreshToken)
  return sessionOf(signedIn, stores, now)
}

export const refreshSession: Operation<'refreshSession'> = async (_, { stores, now, session }) => {
  const refreshToken = session.read()
  if (refreshToken === undefined) throw new Refusal('signed-out', 'Please sign in.')
  const signedIn = await stores.identity.refresh(refreshToken, now).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'signed-out') session.drop()
    throw error
  })
  session.keep(signedIn.refreshToken)
  return sessionOf(signedIn, stores, now)
}

export const signOut: Operation<'signOut'> = async (_, { stores, session }) => {
  const refreshToken = session.read()
  session.drop()
  if (refreshToken !== undefined) await stores.identity.signOut(refreshToken)
}

export const signOutEverywhere: Operation<'signOutEverywhere'> = async (_, { stores, viewer, session }) => {
  await stores.identity.signOutEverywhere(viewer.accessToken)
  session.drop()
}

export const forgotPassword: Operation<'forgotPassword'> = async ({ email }, { stores }) => {
  await stores.identity.forgotPassword(email)
}

export const resetPassword: Operation<'resetPassword'> = async (input, { stores }) => {
  await stores.identity.resetPassword(input)
}

type SignedIn = Awaited<ReturnType<Stores['identity']['signIn']>>

/** The session with its person, who is made now if the confirmation could not do it. */
async function sessionOf(signedIn: SignedIn, stores: Stores, now: Date): Promise<Session> {
  const { id, handle, displayName } = signedIn.person
  let me = await stores.people.findById(id, now)
  if (me === undefined) {
    await stores.people.insert(
      { id, displayName, createdAt: now },
      handleCandidates(handle, [randomInt(100, 999_999), randomInt(100, 999_999)]),
    )
    me = await stores.people.findById(id, now)
  }
  if (me === undefined) throw new Refusal('forbidden', 'This account is suspended.')
  return { accessToken: signedIn.accessToken, expiresAt: signedIn.expiresAt.toISOString(), me }
}
