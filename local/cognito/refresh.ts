import { checkClientId, checkSecretHash, isClientSecret } from './client-secret.ts'
import { type Input, optionalText, requiredText } from './input.ts'
import type { Pool } from './pool.ts'
import type { Session } from './sessions.ts'
import { tokenLifetimeSeconds } from './tokens.ts'
import type { User } from './users.ts'
import { WireError } from './wire-error.ts'

/** InitiateAuth's way to refresh: as on AWS it is closed to clients that rotate their refresh tokens. */
export async function refreshWithoutRotation(pool: Pool, parameters: Record<string, string>) {
  if (pool.client.refreshTokenRotation) {
    throw new WireError('InvalidParameterException', 'REFRESH_TOKEN_AUTH flow not enabled for this client')
  }
  const refreshToken = parameters.REFRESH_TOKEN
  if (!refreshToken)
    throw new WireError('InvalidParameterException', 'Missing required parameter REFRESH_TOKEN')
  const { session, user } = findSession(pool, refreshToken)
  checkSecretHash(pool, user.sub, parameters.SECRET_HASH)
  return { ChallengeParameters: {}, AuthenticationResult: issue(pool, user, session) }
}

/**
 * Gives new tokens and, with rotation, a new refresh token. The old one works through the grace period, so that
 * a lost answer can be asked for again; after it, it ends the session.
 */
export async function getTokensFromRefreshToken(pool: Pool, input: Input) {
  checkClientId(pool, input)
  const refreshToken = requiredText(input, 'RefreshToken', { pattern: /^[\w\-=.]+$/ })
  if (!isClientSecret(pool, optionalText(input, 'ClientSecret', { max: 64 }))) {
    throw new WireError(
      'NotAuthorizedException',
      `Unable to verify client secret for client ${pool.client.id}`,
    )
  }
  const { session, user } = findSession(pool, refreshToken)
  const tokens = issue(pool, user, session)
  if (!pool.client.refreshTokenRotation) return { AuthenticationResult: tokens }
  const RefreshToken = pool.sessions.rotate(session, refreshToken, pool.now())
  return { AuthenticationResult: { ...tokens, RefreshToken } }
}

/** Ends the session of a refresh token with all its access tokens; an unknown token is none to end. */
export async function revokeToken(pool: Pool, input: Input) {
  checkClientId(pool, input)
  const token = requiredText(input, 'Token', { pattern: /^[\w\-=.]+$/ })
  if (!isClientSecret(pool, optionalText(input, 'ClientSecret', { max: 64 }))) {
    throw new WireError('UnauthorizedException', 'Unauthorized')
  }
  if (token.split('.').length === 3) {
    throw new WireError('UnsupportedTokenTypeException', 'Unsupported token type')
  }
  pool.sessions.revoke(token)
  return {}
}

function findSession(pool: Pool, refreshToken: string): { session: Session; user: User } {
  const session = pool.sessions.find(refreshToken, pool.now())
  const user = pool.users.find(session.sub)
  if (!user?.enabled) throw new WireError('NotAuthorizedException', 'Refresh Token has been revoked')
  return { session, user }
}

function issue(pool: Pool, user: User, session: Session) {
  const tokens = pool.tokens.issue(user, session, pool.now())
  return { ...tokens, ExpiresIn: tokenLifetimeSeconds, TokenType: 'Bearer' }
}
