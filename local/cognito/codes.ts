import { createHash, randomInt } from 'node:crypto'
import { sameText } from './same-text.ts'
import { WireError } from './wire-error.ts'

export type CodeKind = 'sign-up' | 'reset' | 'new-email'

type Code = { hash: string; expiresAt: number; wrongTries: number; requestedAt: number[] }

export type SavedCodes = [key: string, code: Code][]
export type Codes = ReturnType<typeof openCodes>

const hour = 60 * 60_000
const mostWrongTries = 5
const mostRequestsAnHour = 5
const mostKept = 5000
const goodFor: Record<CodeKind, number> = { 'sign-up': 24 * hour, reset: hour, 'new-email': 24 * hour }

/**
 * Holds the six-digit codes sent by mail, one of a kind for each person, only as hashes.
 * `subject` is the person's id, or the name typed when there is no such person: codes for nobody are counted and
 * refused like real ones, so that no answer tells who has an account.
 */
export function openCodes(saved: SavedCodes = []) {
  const codes = new Map(saved)

  /** Makes a new code, which ends the one before. Throws LimitExceededException after five in an hour. */
  function request(kind: CodeKind, subject: string, now: Date): string {
    forgetOld(now)
    const key = `${kind} ${subject}`
    const requestedAt = recentRequests(codes.get(key), now)
    if (requestedAt.length >= mostRequestsAnHour) {
      throw new WireError('LimitExceededException', 'Attempt limit exceeded, please try after some time.')
    }
    const code = String(randomInt(1_000_000)).padStart(6, '0')
    codes.delete(key)
    codes.set(key, {
      hash: hashOf(key, code),
      expiresAt: now.getTime() + goodFor[kind],
      wrongTries: 0,
      requestedAt: [...requestedAt, now.getTime()],
    })
    return code
  }

  /**
   * Uses a code up. Throws ExpiredCodeException when there is none to use, CodeMismatchException when it is another
   * one, TooManyFailedAttemptsException once five wrong ones have ended it.
   */
  function redeem(kind: CodeKind, subject: string, given: string, now: Date): void {
    const key = `${kind} ${subject}`
    const code = codes.get(key)
    if (!code || code.expiresAt <= now.getTime()) {
      throw new WireError('ExpiredCodeException', 'Invalid code provided, please request a code again.')
    }
    if (code.wrongTries >= mostWrongTries) {
      throw new WireError(
        'TooManyFailedAttemptsException',
        'Attempt limit exceeded, please request a code again.',
      )
    }
    if (!sameText(code.hash, hashOf(key, given))) {
      code.wrongTries += 1
      throw wrongCode()
    }
    codes.delete(key)
  }

  function forgetAll(subject: string): void {
    for (const kind of Object.keys(goodFor)) codes.delete(`${kind} ${subject}`)
  }

  function forgetOld(now: Date): void {
    for (const [key, code] of codes) {
      const isOver = code.expiresAt <= now.getTime() && recentRequests(code, now).length === 0
      if (isOver || codes.size > mostKept) codes.delete(key)
    }
  }

  return { request, redeem, forgetAll, toJSON: (): SavedCodes => [...codes] }
}

export function wrongCode(): WireError {
  return new WireError('CodeMismatchException', 'Invalid verification code provided, please try again.')
}

function recentRequests(code: Code | undefined, now: Date): number[] {
  return code?.requestedAt.filter((time) => time > now.getTime() - hour) ?? []
}

function hashOf(key: string, code: string): string {
  return createHash('sha256').update(`${key} ${code}`).digest('base64')
}
