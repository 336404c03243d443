import * as z from 'zod/mini'
import { AskedHandle } from './handles.ts'
import { limits } from './limits.ts'
import { pageInput, pageOf } from './pages.ts'
import { ListedPerson, Person } from './people.ts'
import type { Route } from './route.ts'

/** Somebody whom the one who asks may want to follow. */
export const Suggestion = z.object({
  ...ListedPerson.shape,
  /** How many of those whom they follow do; 0 for somebody who was active a short while ago. */
  commonCount: z.int(),
})
export type Suggestion = z.infer<typeof Suggestion>

const byHandle = z.strictObject({ handle: AskedHandle })

export const followRoutes = {
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
  listFollowers: {
    method: 'GET',
    path: '/people/{handle}/followers',
    auth: 'optional',
    input: z.extend(byHandle, pageInput),
    output: pageOf(ListedPerson),
    by: 'backend',
    summary: 'Who follows a person, the newest first.',
  },
  listFollowing: {
    method: 'GET',
    path: '/people/{handle}/following',
    auth: 'optional',
    input: z.extend(byHandle, pageInput),
    output: pageOf(ListedPerson),
    by: 'backend',
    summary: 'Whom a person follows, the newest first.',
  },
  listSuggestions: {
    method: 'GET',
    path: '/me/suggestions',
    auth: 'required',
    input: z.strictObject({}),
    output: z.object({ items: z.array(Suggestion) }),
    by: 'backend',
    summary: `People whom you may want to follow, at most ${limits.suggestionsMost}: whom most of those follow whom you follow, then who was active lately.`,
  },
} as const satisfies Record<string, Route>
