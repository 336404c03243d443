import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider'
import { limits } from '@mayfly/contract/limits'
import { decomposeUnverifiedJwt } from 'aws-jwt-verify/jwt'
import type { SignIn } from './sessions.ts'

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000

export interface SignedIn {
  accessToken: string
  /** The next refresh token; it replaces the one before. */
  refreshToken: string
  expiresAt: Date
  /** Who the person wanted to be when signing up. */
  person: { id: string; handle: string; displayName: string }
  session: SignIn
  /** Cognito's groups that the person is in. */
  groups: readonly string[]
}

/** What Cognito answers to a sign-in or a refresh, as we say it. */
export function signedIn(result: AuthenticationResultType, now: Date): SignedIn {
  const { AccessToken, RefreshToken, IdToken, ExpiresIn } = result
  if (!AccessToken || !RefreshToken || !IdToken || !ExpiresIn)
    throw new Error('Cognito answered a sign-in without tokens: is a challenge switched on for this client?')
  // It comes from Cognito itself over our own connection, so its signature proves nothing more.
  const { payload } = decomposeUnverifiedJwt(IdToken)
  if (typeof payload.origin_jti !== 'string')
    throw new Error('Cognito answered without origin_jti: is token revocation switched off for this client?')
  const id = String(payload.sub)
  const groups = payload['cognito:groups']
  const beganAt = new Date(Number(payload.auth_time) * 1000)
  return {
    accessToken: AccessToken,
    refreshToken: RefreshToken,
    expiresAt: new Date(now.getTime() + ExpiresIn * 1000),
    person: {
      id,
      handle: String(payload.preferred_username ?? ''),
      displayName: String(payload.name ?? payload.preferred_username ?? 'Somebody'),
    },
    groups: Array.isArray(groups) ? groups.map(String) : [],
    session: {
      id: payload.origin_jti,
      personId: id,
      beganAt,
      // Cognito counts from the sign-in, however often the token is replaced.
      endsAt: new Date(beganAt.getTime() + limits.sessionDays * DAY_MILLISECONDS),
    },
  }
}
