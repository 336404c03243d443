import { randomUUID, sign, verify } from 'node:crypto'
import { userPool } from '@mayfly/config/user-pool'
import type { Session } from './sessions.ts'
import type { SigningKey } from './signing-key.ts'
import type { User } from './users.ts'
import { WireError } from './wire-error.ts'

/** What an access token says, as far as the user pool itself reads it. */
export type AccessClaims = { sub: string; originJti: string }

export type Tokens = ReturnType<typeof openTokens>

export const tokenLifetimeSeconds = userPool.accessTokenMinutes * 60

/** Issues and checks the pool's access and ID tokens: RS256, fifteen minutes, with Cognito's own claims. */
export function openTokens(key: SigningKey, issuer: string, clientId: string) {
  function issue(user: User, session: Session, now: Date): { AccessToken: string; IdToken: string } {
    const issuedAt = Math.floor(now.getTime() / 1000)
    const common = {
      sub: user.sub,
      ...(user.groups.length > 0 ? { 'cognito:groups': user.groups } : {}),
      iss: issuer,
      origin_jti: session.originJti,
      event_id: randomUUID(),
      auth_time: session.authTime,
      exp: issuedAt + tokenLifetimeSeconds,
      iat: issuedAt,
    }
    const access = {
      ...common,
      client_id: clientId,
      token_use: 'access',
      scope: 'aws.cognito.signin.user.admin',
      jti: randomUUID(),
      username: user.sub,
    }
    const id = {
      ...user.attributes,
      ...common,
      aud: clientId,
      token_use: 'id',
      jti: randomUUID(),
      email_verified: user.emailVerified,
      'cognito:username': user.sub,
    }
    return { AccessToken: signToken(access), IdToken: signToken(id) }
  }

  /** Checks an access token by itself; whether its session lives is asked elsewhere. Throws NotAuthorizedException. */
  function readAccessToken(token: string, now: Date): AccessClaims {
    const claims = readSigned(token)
    const isOurs = claims.iss === issuer && claims.client_id === clientId && claims.token_use === 'access'
    const { sub, origin_jti: originJti, exp } = claims
    if (!isOurs || typeof sub !== 'string' || typeof originJti !== 'string' || typeof exp !== 'number') {
      throw invalidToken()
    }
    if (exp * 1000 <= now.getTime()) throw new WireError('NotAuthorizedException', 'Access Token has expired')
    return { sub, originJti }
  }

  function readSigned(token: string): Record<string, unknown> {
    const [header = '', payload = '', signature = '', ...more] = token.split('.')
    const { alg, kid } = parsePart(header)
    if (more.length > 0 || alg !== 'RS256' || kid !== key.keyId) throw invalidToken()
    const signed = Buffer.from(`${header}.${payload}`)
    if (!verify('sha256', signed, key.publicKey, Buffer.from(signature, 'base64url'))) throw invalidToken()
    return parsePart(payload)
  }

  function signToken(claims: object): string {
    const signed = `${encodePart({ kid: key.keyId, alg: 'RS256' })}.${encodePart(claims)}`
    return `${signed}.${sign('sha256', Buffer.from(signed), key.privateKey).toString('base64url')}`
  }

  return { issue, readAccessToken }
}

function invalidToken(): WireError {
  return new WireError('NotAuthorizedException', 'Invalid Access Token')
}

function encodePart(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function parsePart(part: string): Record<string, unknown> {
  try {
    return { ...JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) }
  } catch {
    throw invalidToken()
  }
}
