import { checkClientId, checkSecretHash } from './client-secret.ts'
import { type Input, requiredText, textMap } from './input.ts'
import type { Pool } from './pool.ts'
import { refreshWithoutRotation } from './refresh.ts'
import { tokenLifetimeSeconds } from './tokens.ts'
import { emailKey, type User } from './users.ts'
import { WireError } from './wire-error.ts'

export async function initiateAuth(pool: Pool, input: Input) {
  const flow = requiredText(input, 'AuthFlow', { max: 64 })
  checkClientId(pool, input)
  const parameters = textMap(input, 'AuthParameters')
  switch (flow) {
    case 'USER_PASSWORD_AUTH':
      return signInWithPassword(pool, parameters)
    case 'REFRESH_TOKEN_AUTH':
    case 'REFRESH_TOKEN':
      return refreshWithoutRotation(pool, parameters)
    default:
      throw new WireError('InvalidParameterException', `${flow} flow not enabled for this client`)
  }
}

async function signInWithPassword(pool: Pool, parameters: Record<string, string>) {
  const username = requiredParameter(parameters, 'USERNAME')
  const password = requiredParameter(parameters, 'PASSWORD')
  checkSecretHash(pool, username, parameters.SECRET_HASH)
  const user = await checkPassword(pool, username, password)
  const now = pool.now()
  const { session, refreshToken } = pool.sessions.open(user.sub, now)
  const AuthenticationResult = {
    ...pool.tokens.issue(user, session, now),
    RefreshToken: refreshToken,
    ExpiresIn: tokenLifetimeSeconds,
    TokenType: 'Bearer',
  }
  return { ChallengeParameters: {}, AuthenticationResult }
}

/** A name without an account is refused with the same words, after the same work, under the same lock. */
async function checkPassword(pool: Pool, username: string, password: string): Promise<User> {
  const key = pool.users.find(username)?.sub ?? emailKey(username)
  return pool.turns.take(key, async () => {
    if (pool.lockouts.isLocked(key, pool.now())) {
      throw new WireError('NotAuthorizedException', 'Password attempts exceeded')
    }
    const user = pool.users.find(username)
    const isRight = await pool.passwords.isRight(password, user?.password)
    if (!isRight || !user || pool.users.find(user.sub) !== user) {
      pool.lockouts.countFailure(key, pool.now())
      throw new WireError('NotAuthorizedException', 'Incorrect username or password.')
    }
    pool.lockouts.clear(key)
    if (!user.enabled) throw new WireError('NotAuthorizedException', 'User is disabled.')
    if (user.status !== 'CONFIRMED')
      throw new WireError('UserNotConfirmedException', 'User is not confirmed.')
    return user
  })
}

export function requiredParameter(parameters: Record<string, string>, name: string): string {
  const value = parameters[name]
  if (!value) throw new WireError('InvalidParameterException', `Missing required parameter ${name}`)
  if (value.length > 256 && name !== 'REFRESH_TOKEN') {
    throw new WireError('InvalidParameterException', `Parameter ${name} is too long`)
  }
  return value
}
