import * as z from 'zod/mini'
import { AskedHandle } from './handles.ts'
import { pageInput, pageOf } from './pages.ts'
import { Post } from './posts.ts'
import type { Route } from './route.ts'

export const feedRoutes = {
  homeFeed: {
    method: 'GET',
    path: '/feeds/home',
    auth: 'required',
    input: z.strictObject(pageInput),
    output: pageOf(Post),
    by: 'backend',
    summary: 'The live posts of the people whom you follow, and your own, newest first.',
  },
  exploreFeed: {
    method: 'GET',
    path: '/feeds/explore',
    auth: 'optional',
    input: z.strictObject(pageInput),
    output: pageOf(Post),
    by: 'backend',
    summary: 'The live posts of everybody, newest first.',
  },
  profileFeed: {
    method: 'GET',
    path: '/people/{handle}/posts',
    auth: 'optional',
    input: z.strictObject({
      ...pageInput,
      handle: AskedHandle,
    }),
    output: pageOf(Post),
    by: 'backend',
    summary: 'The live posts of one person, newest first, without their replies.',
  },
} as const satisfies Record<string, Route>
