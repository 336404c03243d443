import { type CodeDelivery, describeDelivery, writeCodeMail } from './code-mail.ts'
import { type Input, requiredText } from './input.ts'
import type { Pool } from './pool.ts'
import { readSignedIn } from './signed-in.ts'
import type { User } from './users.ts'
import { WireError } from './wire-error.ts'

/**
 * Sends a code to a new address; the old one stays until VerifyUserAttribute. On AWS this is the pool's setting
 * `AttributesRequireVerificationBeforeUpdate` (CDK: `keepOriginal: { email: true }`).
 */
export function requestNewEmail(pool: Pool, user: User, email: string): CodeDelivery {
  refuseTaken(pool, email)
  const code = pool.codes.request('new-email', user.sub, pool.now())
  user.newEmail = email
  pool.mailbox.put(writeCodeMail('new-email', email, code, pool.now()))
  return describeDelivery(email)
}

export async function verifyUserAttribute(pool: Pool, input: Input) {
  const user = readSignedIn(pool, input)
  checkAttributeName(input)
  const code = requiredText(input, 'Code', { max: 2048, pattern: /^\S+$/ })
  pool.codes.redeem('new-email', user.sub, code, pool.now())
  const email = user.newEmail ?? ''
  refuseTaken(pool, email)
  pool.users.changeEmail(user, email)
  delete user.newEmail
  user.emailVerified = true
  user.modifiedAt = pool.now().toISOString()
  return {}
}

/** Sends the code for a waiting address again. */
export async function getUserAttributeVerificationCode(pool: Pool, input: Input) {
  const user = readSignedIn(pool, input)
  checkAttributeName(input)
  if (!user.newEmail)
    throw new WireError('InvalidParameterException', 'No email address waits for verification.')
  return { CodeDeliveryDetails: requestNewEmail(pool, user, user.newEmail) }
}

function checkAttributeName(input: Input): void {
  if (requiredText(input, 'AttributeName', { max: 32 }) === 'email') return
  throw new WireError('InvalidParameterException', 'Invalid attribute name. Only email can be verified.')
}

function refuseTaken(pool: Pool, email: string): void {
  if (!pool.users.find(email)) return
  throw new WireError('AliasExistsException', 'An account with the email already exists.')
}
