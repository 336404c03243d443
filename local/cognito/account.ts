import { checkAttributes, listAttributes } from './attributes.ts'
import { requestNewEmail } from './email-change.ts'
import { attributeList, type Input, requiredText } from './input.ts'
import { checkPasswordPolicy } from './password-policy.ts'
import type { Pool } from './pool.ts'
import { readSignedIn } from './signed-in.ts'
import { emailKey, emailOf, type User } from './users.ts'
import { WireError } from './wire-error.ts'

export async function getUser(pool: Pool, input: Input) {
  const user = readSignedIn(pool, input)
  return { Username: user.sub, UserAttributes: listAttributes(user) }
}

/** A new e-mail address waits for its code (see `email-change.ts`); everything else is changed at once. */
export async function updateUserAttributes(pool: Pool, input: Input) {
  const user = readSignedIn(pool, input)
  const { email, ...others } = checkAttributes(attributeList(input, 'UserAttributes'))
  const isNewEmail = email !== undefined && emailKey(email) !== emailKey(emailOf(user))
  const CodeDeliveryDetailsList = isNewEmail ? [requestNewEmail(pool, user, email)] : []
  for (const [name, value] of Object.entries(others)) {
    if (value === '') delete user.attributes[name]
    else user.attributes[name] = value
  }
  user.modifiedAt = pool.now().toISOString()
  return { CodeDeliveryDetailsList }
}

/** As on AWS the other sessions stay; whoever wants them ended calls GlobalSignOut as well. */
export async function changePassword(pool: Pool, input: Input) {
  const user = readSignedIn(pool, input)
  const previous = requiredText(input, 'PreviousPassword', { max: 256 })
  const proposed = requiredText(input, 'ProposedPassword', { max: 256 })
  checkPasswordPolicy(proposed)
  return pool.turns.take(user.sub, async () => {
    if (pool.lockouts.isLocked(user.sub, pool.now())) {
      throw new WireError('LimitExceededException', 'Attempt limit exceeded, please try after some time.')
    }
    if (!(await pool.passwords.isRight(previous, user.password))) {
      pool.lockouts.countFailure(user.sub, pool.now())
      throw new WireError('NotAuthorizedException', 'Incorrect username or password.')
    }
    pool.lockouts.clear(user.sub)
    user.password = await pool.passwords.hash(proposed)
    user.modifiedAt = pool.now().toISOString()
    return {}
  })
}

export async function globalSignOut(pool: Pool, input: Input) {
  const user = readSignedIn(pool, input)
  pool.sessions.revokeAll(user.sub)
  return {}
}

export async function deleteUser(pool: Pool, input: Input) {
  forgetUser(pool, readSignedIn(pool, input))
  return {}
}

export function forgetUser(pool: Pool, user: User): void {
  pool.users.remove(user)
  pool.sessions.forgetAll(user.sub)
  pool.codes.forgetAll(user.sub)
  pool.lockouts.clear(user.sub)
}
