import * as z from 'zod/mini'
import { limits } from './limits.ts'
import { pageInput, pageOf } from './pages.ts'
import { Post } from './posts.ts'
import type { Route } from './route.ts'
import { text } from './text.ts'

/** A tag as it is compared: small letters, without accents and #. */
export const Tag = z.object({
  tag: z.string(),
  /** How many people have it in live posts of theirs, among the latest 1,000 posts that have it. */
  people: z.int(),
})
export type Tag = z.infer<typeof Tag>

export const SearchText = text({ what: 'A search', graphemes: limits.searchGraphemes })

const AskedTag = text({ what: 'A tag', graphemes: limits.postGraphemes })

export const searchRoutes = {
  searchPosts: {
    method: 'GET',
    path: '/search/posts',
    auth: 'optional',
    input: z.strictObject({
      ...pageInput,
      query: SearchText,
      order: z._default(z.enum(['latest', 'top'], 'The order is latest or top.'), 'latest'),
    }),
    output: pageOf(Post),
    by: 'backend',
    rate: 'search',
    summary:
      'Live posts that have all of these words, "words that stand together", #tags and from:authors, newest first. In the order `top` one page of those of the newest that are liked, reposted and answered most.',
  },
  searchTags: {
    method: 'GET',
    path: '/search/tags',
    auth: 'optional',
    input: z.strictObject({ query: SearchText }),
    output: z.object({ items: z.array(Tag) }),
    by: 'backend',
    rate: 'search',
    summary:
      'Tags of live posts that begin like this, those of most people first, and then those that are spelled much like it.',
  },
  tagFeed: {
    method: 'GET',
    path: '/tags/{tag}/posts',
    auth: 'optional',
    input: z.strictObject({ ...pageInput, tag: AskedTag }),
    output: pageOf(Post),
    by: 'backend',
    summary: 'The live posts with a tag, newest first.',
  },
  listTrends: {
    method: 'GET',
    path: '/trends',
    auth: 'optional',
    input: z.strictObject({}),
    output: z.object({ items: z.array(Tag) }),
    by: 'backend',
    summary:
      'The tags of most people in the last day, the latest counting most; at most 10. As it was at most a minute ago.',
  },
} as const satisfies Record<string, Route>
