import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { userPool } from '@mayfly/config/user-pool'
import { WireError } from './wire-error.ts'

type RefreshToken = { hash: string; replacedAt?: number }

export type Session = {
  originJti: string
  sub: string
  /** Seconds since 1970, as in the tokens. */
  authTime: number
  expiresAt: number
  revoked: boolean
  refreshTokens: RefreshToken[]
}

export type Sessions = ReturnType<typeof openSessions>

const lifetime = userPool.refreshTokenDays * 24 * 60 * 60_000

/**
 * Holds who is signed in: one session a sign-in, with the hashes of all refresh tokens that it had.
 * An access token is good only as long as its session (`origin_jti`) is.
 */
export function openSessions(saved: Session[] = [], gracePeriodSeconds: number) {
  const sessions = new Map(saved.map((session) => [session.originJti, session]))
  const byHash = new Map<string, Session>()
  for (const session of saved) for (const { hash } of session.refreshTokens) byHash.set(hash, session)

  function open(sub: string, now: Date): { session: Session; refreshToken: string } {
    forget((session) => session.expiresAt <= now.getTime())
    const session: Session = {
      originJti: randomUUID(),
      sub,
      authTime: Math.floor(now.getTime() / 1000),
      expiresAt: now.getTime() + lifetime,
      revoked: false,
      refreshTokens: [],
    }
    sessions.set(session.originJti, session)
    return { session, refreshToken: addRefreshToken(session) }
  }

  /**
   * Finds the session of a refresh token. Throws NotAuthorizedException when the token is unknown, revoked or
   * expired, RefreshTokenReuseException when it was replaced longer ago than the grace period.
   */
  function find(refreshToken: string, now: Date): Session {
    const hash = hashOf(refreshToken)
    const session = byHash.get(hash)
    if (!session) throw notAuthorized('Invalid Refresh Token')
    if (session.revoked) throw notAuthorized('Refresh Token has been revoked')
    if (session.expiresAt <= now.getTime()) throw notAuthorized('Refresh Token has expired')
    refuseReuse(session, hash, now, gracePeriodSeconds)
    return session
  }

  /** Gives the session a new refresh token in place of the one used; it ends when the first one would have. */
  function rotate(session: Session, usedToken: string, now: Date): string {
    const used = session.refreshTokens.find((token) => token.hash === hashOf(usedToken))
    if (used) used.replacedAt ??= now.getTime()
    return addRefreshToken(session)
  }

  function addRefreshToken(session: Session): string {
    const refreshToken = randomBytes(48).toString('base64url')
    const hash = hashOf(refreshToken)
    session.refreshTokens.push({ hash })
    byHash.set(hash, session)
    return refreshToken
  }

  function isAlive(originJti: string, now: Date): boolean {
    const session = sessions.get(originJti)
    return session !== undefined && !session.revoked && session.expiresAt > now.getTime()
  }

  /** Ends the session of a refresh token; one that is unknown or over is none to end. */
  function revoke(refreshToken: string): void {
    const session = byHash.get(hashOf(refreshToken))
    if (session) session.revoked = true
  }

  function revokeAll(sub: string): void {
    for (const session of sessions.values()) if (session.sub === sub) session.revoked = true
  }

  /** Keeps nothing of somebody who is deleted. */
  const forgetAll = (sub: string) => forget((session) => session.sub === sub)

  function forget(isOver: (session: Session) => boolean): void {
    for (const session of [...sessions.values()].filter(isOver)) {
      sessions.delete(session.originJti)
      for (const { hash } of session.refreshTokens) byHash.delete(hash)
    }
  }

  return { open, find, rotate, isAlive, revoke, revokeAll, forgetAll, toJSON: () => [...sessions.values()] }
}

/**
 * Cognito documents only the refusal. Ending the whole session as well is the advice of RFC 9700, section 4.14.2:
 * when an old token is used again, one of its two holders is a thief.
 */
function refuseReuse(session: Session, hash: string, now: Date, gracePeriodSeconds: number): void {
  const replacedAt = session.refreshTokens.find((token) => token.hash === hash)?.replacedAt
  if (replacedAt === undefined || now.getTime() <= replacedAt + gracePeriodSeconds * 1000) return
  session.revoked = true
  throw new WireError('RefreshTokenReuseException', 'Refresh token has already been used.')
}

function notAuthorized(message: string): WireError {
  return new WireError('NotAuthorizedException', message)
}

function hashOf(refreshToken: string): string {
  return createHash('sha256').update(refreshToken).digest('base64url')
}
