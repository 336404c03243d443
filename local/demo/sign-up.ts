import { Refusal } from '@mayfly/contract/refusal'
import type { House } from '../house.ts'

/** The parts of the house that the demo people deal with. */
export type DemoHouse = Pick<House, 'stores' | 'mailbox' | 'functions' | 'addModerator'>

export interface Account {
  email: string
  password: string
  handle: string
  displayName: string
}

/** @returns the new person's id, or undefined when there is an account with this e-mail address already */
export async function signUp({ stores }: DemoHouse, account: Account): Promise<string | undefined> {
  try {
    const { UserSub } = await stores.identity.signUp(account)
    return UserSub
  } catch (error) {
    if (error instanceof Refusal && error.code === 'conflict') return undefined
    throw error
  }
}

export async function confirm({ stores, mailbox }: DemoHouse, email: string): Promise<void> {
  const code = mailbox.list(email)[0]?.code
  if (code === undefined) throw new Error(`The user pool mailed no code to ${email}.`)
  await stores.identity.confirm(email, code)
  mailbox.forget(email)
}

/**
 * The person's id from their account, which a start that broke off may have left unconfirmed.
 * @returns undefined when it is somebody else's account
 */
export async function meetAgain(house: DemoHouse, account: Account, now: Date): Promise<string | undefined> {
  const { identity } = house.stores
  try {
    const { person, refreshToken } = await identity.signIn(account.email, account.password, now)
    await identity.signOut(refreshToken)
    return person.id
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === 'signed-out') return undefined
    if (error.fields?.email !== 'unconfirmed') throw error
  }
  await identity.resendCode(account.email)
  await confirm(house, account.email)
  return meetAgain(house, account, now)
}
