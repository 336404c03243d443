import { randomUUID } from 'node:crypto'
import { checkAttributes, isEmail } from './attributes.ts'
import { readUsername } from './client-secret.ts'
import { describeDelivery, writeCodeMail } from './code-mail.ts'
import { attributeList, type Input, requiredText } from './input.ts'
import { checkPasswordPolicy } from './password-policy.ts'
import type { PasswordHash } from './passwords.ts'
import type { Pool } from './pool.ts'
import { runPostConfirmation } from './post-confirmation.ts'
import { emailKey, emailOf, type User } from './users.ts'
import { WireError } from './wire-error.ts'

export async function signUp(pool: Pool, input: Input) {
  const email = readUsername(pool, input)
  const password = requiredText(input, 'Password', { max: 256 })
  const attributes = checkAttributes(attributeList(input, 'UserAttributes'))
  if (!isEmail(email)) throw new WireError('InvalidParameterException', 'Username should be an email.')
  if (emailKey(attributes.email ?? email) !== emailKey(email)) {
    throw new WireError('InvalidParameterException', 'The email attribute must be the username.')
  }
  checkPasswordPolicy(password)
  const passwordHash = await pool.passwords.hash(password)
  // Between this look and the insert nothing waits, so two calls at once cannot both pass.
  if (pool.users.find(email)) throw new WireError('UsernameExistsException', 'User already exists')
  const user = makeUser({ ...attributes, email }, passwordHash, pool.now().toISOString())
  pool.users.insert(user)
  return { UserConfirmed: false, UserSub: user.sub, CodeDeliveryDetails: sendCode(pool, user) }
}

function makeUser(attributes: Record<string, string>, password: PasswordHash, createdAt: string): User {
  return {
    sub: randomUUID(),
    attributes,
    emailVerified: false,
    status: 'UNCONFIRMED',
    enabled: true,
    password,
    groups: [],
    createdAt,
    modifiedAt: createdAt,
  }
}

export async function confirmSignUp(pool: Pool, input: Input) {
  const username = readUsername(pool, input)
  const code = requiredText(input, 'ConfirmationCode', { max: 2048, pattern: /^\S+$/ })
  const user = pool.users.find(username)
  if (user?.status === 'CONFIRMED') {
    const message = 'User cannot be confirmed. Current status is CONFIRMED'
    throw new WireError('NotAuthorizedException', message)
  }
  pool.codes.redeem('sign-up', user?.sub ?? emailKey(username), code, pool.now())
  if (!user?.enabled) {
    throw new WireError('ExpiredCodeException', 'Invalid code provided, please request a code again.')
  }
  user.status = 'CONFIRMED'
  user.emailVerified = true
  user.modifiedAt = pool.now().toISOString()
  await runPostConfirmation(pool, user, 'PostConfirmation_ConfirmSignUp', input)
  return {}
}

/** For a name without an account it answers as for one with: nobody learns who has an account. */
export async function resendConfirmationCode(pool: Pool, input: Input) {
  const username = readUsername(pool, input)
  const user = pool.users.find(username)
  if (user?.status === 'CONFIRMED') {
    throw new WireError('InvalidParameterException', 'User is already confirmed.')
  }
  if (user?.enabled) return { CodeDeliveryDetails: sendCode(pool, user) }
  pool.codes.request('sign-up', user?.sub ?? emailKey(username), pool.now())
  return { CodeDeliveryDetails: describeDelivery(username) }
}

function sendCode(pool: Pool, user: User) {
  const code = pool.codes.request('sign-up', user.sub, pool.now())
  pool.mailbox.put(writeCodeMail('sign-up', emailOf(user), code, pool.now()))
  return describeDelivery(emailOf(user))
}
