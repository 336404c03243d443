import { type Input, requiredText } from './input.ts'
import type { Pool } from './pool.ts'
import type { User } from './users.ts'
import { WireError } from './wire-error.ts'

/** Finds the person whose access token a call carries. Throws NotAuthorizedException or UserNotFoundException. */
export function readSignedIn(pool: Pool, input: Input): User {
  const token = requiredText(input, 'AccessToken', { pattern: /^[\w\-=.]+$/ })
  const { sub, originJti } = pool.tokens.readAccessToken(token, pool.now())
  const user = pool.users.find(sub)
  if (!user) throw new WireError('UserNotFoundException', 'User does not exist.')
  if (!user.enabled) throw new WireError('NotAuthorizedException', 'User is disabled.')
  if (!pool.sessions.isAlive(originJti, pool.now())) {
    throw new WireError('NotAuthorizedException', 'Access Token has been revoked')
  }
  return user
}
