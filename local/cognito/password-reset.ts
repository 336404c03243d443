import { readUsername } from './client-secret.ts'
import { describeDelivery, writeCodeMail } from './code-mail.ts'
import { wrongCode } from './codes.ts'
import { type Input, requiredText } from './input.ts'
import { checkPasswordPolicy } from './password-policy.ts'
import type { Pool } from './pool.ts'
import { runPostConfirmation } from './post-confirmation.ts'
import { emailKey, emailOf, type User } from './users.ts'

/** Whoever cannot get a code (unknown, disabled, address not confirmed) is answered as if one had been sent. */
export async function forgotPassword(pool: Pool, input: Input) {
  const username = readUsername(pool, input)
  const user = pool.users.find(username)
  const code = pool.codes.request('reset', user?.sub ?? emailKey(username), pool.now())
  if (!mayReset(user)) return { CodeDeliveryDetails: describeDelivery(username) }
  pool.mailbox.put(writeCodeMail('reset', emailOf(user), code, pool.now()))
  return { CodeDeliveryDetails: describeDelivery(emailOf(user)) }
}

/**
 * As on AWS the sessions stay; whoever wants them ended calls AdminUserGlobalSignOut as well.
 * AWS answers CodeMismatchException for an unknown name and ExpiredCodeException for a known one without a code;
 * here both are ExpiredCodeException, which tells less.
 */
export async function confirmForgotPassword(pool: Pool, input: Input) {
  const username = readUsername(pool, input)
  const code = requiredText(input, 'ConfirmationCode', { max: 2048, pattern: /^\S+$/ })
  const password = requiredText(input, 'Password', { max: 256 })
  checkPasswordPolicy(password)
  const user = pool.users.find(username)
  pool.codes.redeem('reset', user?.sub ?? emailKey(username), code, pool.now())
  if (!mayReset(user)) throw wrongCode()
  user.password = await pool.passwords.hash(password)
  user.modifiedAt = pool.now().toISOString()
  pool.lockouts.clear(user.sub)
  await runPostConfirmation(pool, user, 'PostConfirmation_ConfirmForgotPassword', input)
  return {}
}

function mayReset(user: User | undefined): user is User {
  return user?.enabled === true && user.emailVerified
}
