import { limits } from '@mayfly/contract/limits'
import { Refusal } from '@mayfly/contract/refusal'
import type { Context } from 'hono'
import { generateCookie, getCookie } from 'hono/cookie'

const NAME = 'mayfly_session'
/** What Cognito takes for a refresh token at all; anything else is as good as none. */
const TOKEN = /^[\w.=-]+$/
const DAY_SECONDS = 24 * 60 * 60

export type SessionCookie = ReturnType<typeof sessionCookie>

/** The refresh token's only home in a browser: a cookie that no script reads and no other site sends. */
export function sessionCookie(context: Context, siteOrigins: readonly string[]) {
  const isSecure = siteOrigins.every((origin) => origin.startsWith('https:'))
  const attributes = { path: '/auth', httpOnly: true, sameSite: 'Strict', secure: isSecure } as const

  /** In place of what was set before: an answer has one word on the session. */
  const set = (value: string, maxAge: number) =>
    context.header('set-cookie', generateCookie(NAME, value, { ...attributes, maxAge }))

  return {
    /** @throws Refusal `forbidden` when another site's page sends the request */
    read: (): string | undefined => {
      const origin = context.req.header('origin')
      if (origin !== undefined && !siteOrigins.includes(origin))
        throw new Refusal('forbidden', 'This request comes from another site.')
      const refreshToken = getCookie(context, NAME)
      return refreshToken !== undefined && TOKEN.test(refreshToken) ? refreshToken : undefined
    },
    keep: (refreshToken: string) => set(refreshToken, limits.sessionDays * DAY_SECONDS),
    drop: () => set('', 0),
  }
}
