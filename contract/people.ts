import * as z from 'zod/mini'
import { AskedHandle, Handle } from './handles.ts'
import { limits } from './limits.ts'
import { pageInput, pageOf } from './pages.ts'
import type { Route } from './route.ts'
import { text } from './text.ts'

export const DisplayName = text({
  what: 'A name',
  graphemes: limits.displayNameGraphemes,
  bytes: limits.displayNameBytes,
})

export const Bio = text({
  what: 'A bio',
  graphemes: limits.bioGraphemes,
  bytes: limits.bioBytes,
  mayBeEmpty: true,
})

/** Who wrote something: enough to show a name and a face. */
export const Author = z.object({
  id: z.uuid(),
  handle: z.string(),
  displayName: z.string(),
  avatarId: z.nullable(z.uuid()),
})
export type Author = z.infer<typeof Author>

/** Somebody in a list of people: what it takes to know them, and how the one who asks stands to them. */
export const ListedPerson = z.object({
  ...Author.shape,
  bio: z.string(),
  /** Whether the one who asks follows this person. */
  isFollowed: z.boolean(),
  /** Whether this person follows the one who asks. */
  followsYou: z.boolean(),
  /** Whether the one who asks has muted this person. */
  isMuted: z.boolean(),
})
export type ListedPerson = z.infer<typeof ListedPerson>

export const Person = z.object({
  ...ListedPerson.shape,
  bannerId: z.nullable(z.uuid()),
  createdAt: z.iso.datetime(),
  postCount: z.int(),
  /** The counts are of those whom the lists show to the one who asks. */
  followerCount: z.int(),
  followingCount: z.int(),
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
    summary: 'A person by their handle, or by one that they had in the last 30 days.',
  },
  editMe: {
    method: 'PUT',
    path: '/me',
    auth: 'required',
    input: z.strictObject({ displayName: DisplayName, bio: Bio }),
    output: Person,
    by: 'backend',
    summary: 'What you say about yourself. Pictures are uploads.',
  },
  changeHandle: {
    method: 'PUT',
    path: '/me/handle',
    auth: 'required',
    input: z.strictObject({ handle: Handle }),
    output: Person,
    by: 'backend',
    summary:
      'Take another handle. The old one leads to you for 30 days, and is nobody else’s meanwhile; you can take it back.',
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
    output: z.object({ items: z.array(ListedPerson) }),
    by: 'backend',
    rate: 'search',
    summary: 'People whose handle or name begins like this, or is spelled much like it; the likeliest first.',
  },
  checkHandle: {
    method: 'GET',
    path: '/handles/{handle}',
    auth: 'optional',
    input: byHandle,
    output: HandleAnswer,
    by: 'backend',
    rate: 'search',
    summary: 'Whether a handle can be taken, and if not, why.',
  },
} as const satisfies Record<string, Route>
