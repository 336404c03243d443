import { type Client, createClient } from '@mayfly/contract/client'
import type { Session } from '@mayfly/contract/sessions'

export const PASSWORD = 'correct horse 1'

export interface Door {
  apiOrigin: string
  now: () => Date
  codeFor: (email: string) => string | Promise<string>
}

export type Guest = Client & { cookies: CookieJar; token: () => Promise<string | undefined>; id: string }

type CookieJar = ReturnType<typeof cookieJar>

export const emailOf = (handle: string) => `${handle}@guests.example`

/** Somebody at the door, not signed in, with a browser's cookies. */
export function strangerAt({ apiOrigin }: Pick<Door, 'apiOrigin'>, userAgent?: string): Guest {
  const cookies = cookieJar()
  return Object.assign(createClient({ origin: apiOrigin, send: sendWith(cookies, userAgent) }), {
    cookies,
    token: async () => undefined,
    id: '',
  })
}

/** Signs somebody up, confirms and signs in, and refreshes their session when the clock has moved past its end. */
export async function guestOf(door: Door, handle: string): Promise<Guest> {
  const stranger = strangerAt(door)
  const email = emailOf(handle)
  await stranger.signUp({ email, password: PASSWORD, handle, displayName: nameOf(handle) })
  await stranger.confirmSignUp({ email, code: await door.codeFor(email) })
  return signInAt(door, handle)
}

/** Signs somebody in who is known already, with another browser. */
export async function signInAt(
  door: Pick<Door, 'apiOrigin' | 'now'>,
  handle: string,
  { password = PASSWORD, userAgent }: { password?: string; userAgent?: string } = {},
): Promise<Guest> {
  const stranger = strangerAt(door, userAgent)
  const email = emailOf(handle)
  let session: Session = await stranger.signIn({ email, password })

  /** After a month away nothing is left to refresh. */
  const nextSession = () => stranger.refreshSession({}).catch(() => stranger.signIn({ email, password }))

  async function token(): Promise<string> {
    if (new Date(session.expiresAt) <= door.now()) session = await nextSession()
    return session.accessToken
  }
  const send = sendWith(stranger.cookies, userAgent)
  const client = createClient({ origin: door.apiOrigin, send, token })
  return Object.assign(client, { cookies: stranger.cookies, token, id: session.me.id })
}

const nameOf = (handle: string) => handle.slice(0, 1).toUpperCase() + handle.slice(1)

/** Keeps the session's cookie as a browser would for the paths that want it. */
function cookieJar() {
  const kept = new Map<string, string>()
  return {
    kept,
    note: (response: Response) => {
      for (const line of response.headers.getSetCookie()) {
        const [name, value] = (line.split(';')[0] ?? '').split('=') as [string, string]
        if (/max-age=0/i.test(line)) kept.delete(name)
        else kept.set(name, value)
      }
    },
    header: () => [...kept].map(([name, value]) => `${name}=${value}`).join('; '),
  }
}

function sendWith(cookies: CookieJar, userAgent: string | undefined) {
  return async (request: Request): Promise<Response> => {
    if (userAgent !== undefined) request.headers.set('user-agent', userAgent)
    const isSession = new URL(request.url).pathname.startsWith('/auth/')
    if (isSession && cookies.kept.size > 0) request.headers.set('cookie', cookies.header())
    const response = await fetch(request)
    if (isSession) cookies.note(response)
    return response
  }
}
