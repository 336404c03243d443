import * as z from 'zod/mini'
import { DEFAULT_LIFETIME, Lifetime } from './lifetimes.ts'
import { limits } from './limits.ts'
import { pageInput, pageOf } from './pages.ts'
import { Author } from './people.ts'
import { Photo, PhotoInDraft } from './pictures.ts'
import type { Route } from './route.ts'
import { isNothingToSee, problemWithText, text } from './text.ts'

/** What a quoted post shows in the post that quotes it. */
export const QuotedPost = z.object({
  id: z.uuid(),
  author: Author,
  body: z.string(),
  contentWarning: z.nullable(z.string()),
  language: z.nullable(z.string()),
  photos: z.array(Photo),
})
export type QuotedPost = z.infer<typeof QuotedPost>

/** A post in the one that quotes it. */
export const Quote = z.extend(QuotedPost, {
  /** What the one who asks has muted in it: who wrote it, or a word. It is folded then. Null when it is nothing. */
  mutedFor: z.nullable(z.enum(['person', 'word'])),
})
export type Quote = z.infer<typeof Quote>

export const Post = z.object({
  /** Carries its own expiry: see `expiring-id.ts` in `domain/`. */
  id: z.uuid(),
  author: Author,
  body: z.string(),
  /** The author's own words to show before the post; null when there are none. */
  contentWarning: z.nullable(z.string()),
  replyTo: z.nullable(z.uuid()),
  rootId: z.nullable(z.uuid()),
  /** The post that this one quotes. Its id tells its end; `quoted` is null when it is gone or not for this reader. */
  quoteOf: z.nullable(z.uuid()),
  quoted: z.nullable(Quote),
  /** What the author says the language is, as BCP 47 has it. */
  language: z.nullable(z.string()),
  /** The handles in the body that named somebody when it was written. */
  mentions: z.array(z.string()),
  lifetime: Lifetime,
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  replyCount: z.int(),
  repostCount: z.int(),
  likeCount: z.int(),
  /** What the one who asks has done with it. */
  isLiked: z.boolean(),
  isReposted: z.boolean(),
  isBookmarked: z.boolean(),
  photos: z.array(Photo),
})
export type Post = z.infer<typeof Post>

/** A post in its thread. */
export const ThreadPost = z.extend(Post, {
  /** Whether it has replies that did not come along: `listReplies` has them, after the last one that did. */
  hasMore: z.boolean(),
})
export type ThreadPost = z.infer<typeof ThreadPost>

/** What is left of a deleted reply that others answer: its place in the thread. */
export const ReplyStub = z.object({
  id: z.uuid(),
  /** What it answered; when that is deleted as well, the next one up that is there. */
  replyTo: z.uuid(),
  /** As of a post in its thread. */
  hasMore: z.boolean(),
})
export type ReplyStub = z.infer<typeof ReplyStub>

export const Thread = z.object({
  /**
   * What the post answers, from the top down: the nearest 20. A post is null when it is not for this reader or deleted.
   * Whether it faded is told by its id.
   */
  ancestors: z.array(z.object({ id: z.uuid(), post: z.nullable(Post) })),
  post: ThreadPost,
  /** Each comes after what it answers, its siblings oldest first; four deep and a hundred at the most. */
  replies: z.array(ThreadPost),
  /** The deleted replies that some of these answer, oldest first. */
  stubs: z.array(ReplyStub),
})
export type Thread = z.infer<typeof Thread>

const bodyLimit = { what: 'A post', graphemes: limits.postGraphemes, bytes: limits.postBytes }

export const PostBody = text({ ...bodyLimit, mayBeEmpty: true })

/** What an author sends: words, photos, or both. */
export const Draft = z
  .strictObject({
    /** Chosen by whoever sends, the same at each try: then it is one post, also when an answer was lost. */
    key: z.optional(z.uuid('A key is a UUID of its own for each post.')),
    body: PostBody,
    lifetime: z._default(Lifetime, DEFAULT_LIFETIME),
    replyTo: z.optional(z.uuid('A reply names the id of the post that it answers.')),
    quoteOf: z.optional(z.uuid('A quote names the id of the post that it quotes.')),
    language: z.optional(
      z
        .string('A language is text.')
        .check(
          z.maxLength(35, 'A language is a tag like en or pt-BR.'),
          z.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'A language is a tag like en or pt-BR.'),
        ),
    ),
    contentWarning: z.optional(
      text({ what: 'A content warning', graphemes: limits.contentWarningGraphemes }),
    ),
    photos: z._default(
      z.array(PhotoInDraft, 'Photos are a list.').check(
        z.maxLength(limits.photosInPost, `A post has at most ${limits.photosInPost} photos.`),
        z.refine(
          (photos) => new Set(photos.map(({ id }) => id)).size === photos.length,
          'A photo is in it twice.',
        ),
      ),
      [],
    ),
  })
  .check(
    z.refine(({ body, photos }) => photos.length > 0 || !isNothingToSee(body), {
      error: problemWithText('', bodyLimit) ?? '',
      path: ['body'],
    }),
  )
export type Draft = z.infer<typeof Draft>

export const byPostId = z.strictObject({ id: z.uuid('A post has a UUID as its id.') })

export const postRoutes = {
  createPost: {
    method: 'POST',
    path: '/posts',
    auth: 'required',
    input: Draft,
    output: Post,
    by: 'backend',
    summary:
      'Write a post or a reply. A reply never outlives the post that it answers. The same key twice is one post, and answers with it.',
    success: 201,
  },
  showPost: {
    method: 'GET',
    path: '/posts/{id}',
    auth: 'optional',
    input: byPostId,
    output: Post,
    by: 'backend',
    summary: 'One post. 410 from the second of its expiry on.',
  },
  showThread: {
    method: 'GET',
    path: '/posts/{id}/thread',
    auth: 'optional',
    input: byPostId,
    output: Thread,
    by: 'backend',
    summary: 'A post between what it answers and what answers it.',
  },
  deletePost: {
    method: 'DELETE',
    path: '/posts/{id}',
    auth: 'required',
    input: byPostId,
    output: z.undefined(),
    by: 'backend',
    summary: 'Delete a post of your own before its time. Deleting twice is the same as once.',
    success: 204,
  },
  listReplies: {
    method: 'GET',
    path: '/posts/{id}/replies',
    auth: 'optional',
    input: z.extend(byPostId, pageInput),
    output: pageOf(Post),
    by: 'backend',
    summary: 'The direct replies to a post, oldest first.',
  },
} as const satisfies Record<string, Route>
