import * as z from 'zod/mini'
import { pageInput, pageOf } from './pages.ts'
import { Author } from './people.ts'
import { byPostId, Post } from './posts.ts'
import type { Route } from './route.ts'

const nothing = z.undefined()
const pageById = z.extend(byPostId, pageInput)

/** What people do with a post. All of it goes when the post goes. */
export const reactionRoutes = {
  likePost: {
    method: 'PUT',
    path: '/posts/{id}/like',
    auth: 'required',
    input: byPostId,
    output: nothing,
    by: 'backend',
    summary: 'Like a post. Liking twice is the same as once.',
    success: 204,
  },
  unlikePost: {
    method: 'DELETE',
    path: '/posts/{id}/like',
    auth: 'required',
    input: byPostId,
    output: nothing,
    by: 'backend',
    summary: 'Take a like back.',
    success: 204,
  },
  listLikers: {
    method: 'GET',
    path: '/posts/{id}/likes',
    auth: 'optional',
    input: pageById,
    output: pageOf(Author),
    by: 'backend',
    summary: 'Who likes a post, the latest first.',
  },
  repostPost: {
    method: 'PUT',
    path: '/posts/{id}/repost',
    auth: 'required',
    input: byPostId,
    output: nothing,
    by: 'backend',
    summary: 'Show a post to your followers. It burns down when it would have anyway.',
    success: 204,
  },
  undoRepost: {
    method: 'DELETE',
    path: '/posts/{id}/repost',
    auth: 'required',
    input: byPostId,
    output: nothing,
    by: 'backend',
    summary: 'Take a repost back.',
    success: 204,
  },
  listReposters: {
    method: 'GET',
    path: '/posts/{id}/reposts',
    auth: 'optional',
    input: pageById,
    output: pageOf(Author),
    by: 'backend',
    summary: 'Who reposted a post, the latest first.',
  },
  listQuotes: {
    method: 'GET',
    path: '/posts/{id}/quotes',
    auth: 'optional',
    input: pageById,
    output: pageOf(Post),
    by: 'backend',
    summary: 'The live posts that quote a post, newest first.',
  },
  showPostLife: {
    method: 'GET',
    path: '/posts/{id}/life',
    auth: 'required',
    input: byPostId,
    output: z.object({
      /** How often others liked, reposted, quoted or answered it in each of equal parts of its life; of each kind the latest. */
      parts: z.array(z.int()),
    }),
    by: 'backend',
    summary: 'How a post of your own did over its life. It is seen by you alone, and goes with the post.',
  },
  bookmarkPost: {
    method: 'PUT',
    path: '/posts/{id}/bookmark',
    auth: 'required',
    input: byPostId,
    output: nothing,
    by: 'backend',
    summary: 'Keep a post at hand, seen by you alone. The bookmark fades with its post.',
    success: 204,
  },
  removeBookmark: {
    method: 'DELETE',
    path: '/posts/{id}/bookmark',
    auth: 'required',
    input: byPostId,
    output: nothing,
    by: 'backend',
    summary: 'Remove a bookmark.',
    success: 204,
  },
} as const satisfies Record<string, Route>
