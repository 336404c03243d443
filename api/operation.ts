import type { Answer, Input } from '@mayfly/contract/route'
import type { RouteName, Routes } from '@mayfly/contract/routes'
import type { Stores } from '@mayfly/storage/stores'
import type { SessionCookie } from './session-cookie.ts'

/** Who asks, as a verified token says. */
export interface Viewer {
  id: string
  accessToken: string
  /** The sign-in that the token comes from. */
  sessionId: string
  isModerator: boolean
  /** When the token that says so is over. */
  endsAt: Date
}

interface Always {
  stores: Stores
  /** The request's one clock. */
  now: Date
  session: SessionCookie
  /** What the browser says of itself. */
  userAgent: string | undefined
}

type ViewerOf<Auth> = Auth extends 'required' | 'moderator'
  ? { viewer: Viewer }
  : Auth extends 'optional'
    ? { viewer: Viewer | undefined }
    : unknown

/** The routes that the container answers. */
export type BackendRoute = {
  [Name in RouteName]: Routes[Name]['by'] extends 'backend' ? Name : never
}[RouteName]

/** What answers a route: its type follows from the contract. */
export type Operation<Name extends RouteName> = (
  input: Input<Routes[Name]>,
  context: Always & ViewerOf<Routes[Name]['auth']>,
) => Promise<Answer<Routes[Name]>>
