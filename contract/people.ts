import * as z from 'zod/mini'
import { AskedHandle } from './handles.ts'
import { limits } from './limits.ts'
import { pageInput, pageOf } from './pages.ts'
import type { Route } from './route.ts'
import { text } from './text.ts'

export const DisplayName = text({ what: 'A name', graphemes: limits.displayNameGraphemes })

/** Who wrote something: enough to show a name and a face. */
export const Author = z.object({
  id: z.uuid(),
  handle: z.string(),
  displayName: z.string(),
  avatarId: z.nullable(z.uuid()),
})
export type Author = z.infer<typeof Author>

export const Person = z.object({
  ...Author.shape,
  bio: z.string(),
  bannerId: z.nullable(z.uuid()),
  createdAt: z.iso.datetime(),
  postCount: z.int(),
  followerCount: z.int(),
  followingCount: z.int(),
  /** Whether the one who asks follows this person. */
  isFollowed: z.boolean(),
})
export type Person = z.infer<typeof Person>

export const HandleAnswer = z.object({
  handle: z.string(),
  isAvailable: z.boolean(),
  /** Why not, in a sentence; null when it is available. */
  reason: z.nullable(z.string()),
})

const byHandle = z.strictObject({ handle: AskedHandle })

export const peopleRoutes = {
  showPerson: {
    method: 'GET',
    path: '/people/{handle}',
    auth: 'optional',
    input: byHandle,
    output: Person,
    by: 'backend',
    summary: 'A person by their handle.',
  },
  followPerson: {
    method: 'PUT',
    path: '/people/{handle}/follow',
    auth: 'required',
    input: byHandle,
    output: Person,
    by: 'backend',
    summary: 'Follow a person. Following twice is the same as once.',
  },
  unfollowPerson: {
    method: 'DELETE',
    path: '/people/{handle}/follow',
    auth: 'required',
    input: byHandle,
    output: Person,
    by: 'backend',
    summary: 'Stop following a person.',
  },
  blockPerson: {
    method: 'PUT',
    path: '/people/{handle}/block',
    auth: 'required',
    input: byHandle,
    output: z.undefined(),
    by: 'backend',
    summary: 'Block a person: neither of you sees or reaches the other. Blocking twice is the same as once.',
    success: 204,
  },
  unblockPerson: {
    method: 'DELETE',
    path: '/people/{handle}/block',
    auth: 'required',
    input: byHandle,
    output: z.undefined(),
    by: 'backend',
    summary: 'Stop blocking a person.',
    success: 204,
  },
  listBlocked: {
    method: 'GET',
    path: '/me/blocked',
    auth: 'required',
    input: z.strictObject(pageInput),
    output: pageOf(Author),
    by: 'backend',
    summary: 'The people whom you block.',
  },
  searchPeople: {
    method: 'GET',
    path: '/search/people',
    auth: 'optional',
    input: z.strictObject({
      query: text({ what: 'A search', graphemes: limits.searchGraphemes }),
    }),
    output: z.object({ items: z.array(Author) }),
    by: 'backend',
    rate: 'search',
    summary: 'People whose handle or name begins like this, or is spelled much like it; the likeliest first.',
  },
  checkHandle: {
    method: 'GET',
    path: '/handles/{handle}',
    auth: 'none',
    input: byHandle,
    output: HandleAnswer,
    by: 'backend',
    rate: 'search',
    summary: 'Whether a handle can be taken, and if not, why.',
  },
} as const satisfies Record<string, Route>
