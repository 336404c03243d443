import { Refusal } from '@mayfly/contract/refusal'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

const NAME = 'mayfly_session'
/** What Cognito takes for a refresh token at all; anything else is as good as none. */
const TOKEN = /^[\w.=-]+$/
const THIRTY_DAYS_SECONDS = 30 * 24 * 60 * 60

export type SessionCookie = ReturnType<typeof sessionCookie>

/** The refresh token's only home in a browser: a cookie that no script reads and no other site sends. */
export function sessionCookie(context: Context, siteOrigins: readonly string[]) {
  const isSecure = siteOrigins.every((origin) => origin.startsWith('https:'))
  const attributes = { path: '/auth', httpOnly: true, sameSite: 'Strict', secure: isSecure } as const
  return {
    /** @throws Refusal `forbidden` when another site's page sends the request */
    read: (): string | undefined => {
      const origin = context.req.header('origin')
      if (origin !== undefined && !siteOrigins.includes(origin))
        throw new Refusal('forbidden', 'This request comes from another site.')
      const refreshToken = getCookie(context, NAME)
      return refreshToken !== undefined && TOKEN.test(refreshToken) ? refreshToken : undefined
    },
    keep: (refreshToken: string) =>
      setCookie(context, NAME, refreshToken, { ...attributes, maxAge: THIRTY_DAYS_SECONDS }),
    drop: () => {
      deleteCookie(context, NAME, attributes)
    },
  }
}
