import * as z from 'zod/mini'
import { AskedHandle } from './handles.ts'
import { pageInput, pageOf, rankedPageInput, rankedPageOf } from './pages.ts'
import { Author } from './people.ts'
import { Post } from './posts.ts'
import type { Route } from './route.ts'

/** A post in a feed, where somebody's writing or reposting has put it. */
export const FeedPost = z.extend(Post, {
  /** Sorts by the time of what put it here; the id of the post or of the repost. */
  place: z.uuid(),
  /** Whose repost put it here; null when it stands where it was written. */
  repostedBy: z.nullable(Author),
})
export type FeedPost = z.infer<typeof FeedPost>

const ofPerson = z.strictObject({ ...pageInput, handle: AskedHandle })

export const feedRoutes = {
  homeFeed: {
    method: 'GET',
    path: '/feeds/home',
    auth: 'required',
    input: z.strictObject(pageInput),
    output: pageOf(FeedPost),
    by: 'backend',
    summary: 'What the people whom you follow, and you, write and repost, newest first, each post once.',
  },
  fadingFeed: {
    method: 'GET',
    path: '/feeds/fading',
    auth: 'required',
    input: z.strictObject(pageInput),
    output: pageOf(Post),
    by: 'backend',
    summary: 'The live posts of the people whom you follow, and your own: what goes next comes first.',
  },
  exploreFeed: {
    method: 'GET',
    path: '/feeds/explore',
    auth: 'optional',
    input: z.strictObject(rankedPageInput),
    output: rankedPageOf(Post),
    by: 'backend',
    summary:
      'The live posts of everybody: those that are young, liked, reposted and answered come first. One that gains in between may come again, or not at all.',
  },
  latestFeed: {
    method: 'GET',
    path: '/feeds/latest',
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
    input: ofPerson,
    output: pageOf(FeedPost),
    by: 'backend',
    summary: 'What one person writes and reposts, newest first, without their replies.',
  },
  profileReplies: {
    method: 'GET',
    path: '/people/{handle}/replies',
    auth: 'optional',
    input: ofPerson,
    output: pageOf(Post),
    by: 'backend',
    summary: 'The live replies of one person, newest first.',
  },
  profileMedia: {
    method: 'GET',
    path: '/people/{handle}/media',
    auth: 'optional',
    input: ofPerson,
    output: pageOf(Post),
    by: 'backend',
    summary: 'The live posts of one person that have photos, newest first.',
  },
  likesFeed: {
    method: 'GET',
    path: '/me/likes',
    auth: 'required',
    input: z.strictObject(pageInput),
    output: pageOf(FeedPost),
    by: 'backend',
    summary: 'The live posts that you like, the latest liked first. Nobody else sees this list.',
  },
  bookmarksFeed: {
    method: 'GET',
    path: '/me/bookmarks',
    auth: 'required',
    input: z.strictObject(pageInput),
    output: pageOf(FeedPost),
    by: 'backend',
    summary: 'The live posts that you bookmarked, the latest first.',
  },
} as const satisfies Record<string, Route>
