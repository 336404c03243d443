import { lifetimes } from '@mayfly/contract/lifetimes'
import type { Draft } from '@mayfly/contract/posts'
import { Refusal } from '@mayfly/contract/refusal'
import { expiringId, expiryOf } from './expiring-id.ts'
import { handlesIn, tagsIn } from './linkify.ts'
import { wordsOf } from './words.ts'

/** A post as it is stored. */
export interface ComposedPost {
  id: string
  authorId: string
  /** Under which its author sent it. */
  key: string | null
  body: string
  contentWarning: string | null
  replyTo: string | null
  rootId: string | null
  quoteOf: string | null
  language: string | null
  /** Handles that the body mentions, whoever they name. */
  handles: string[]
  tags: string[]
  /** The words of each of its texts, in their order, as search compares them. */
  words: string[][]
  lifetime: Draft['lifetime']
  createdAt: Date
  expiresAt: Date
}

interface Circumstances {
  authorId: string
  /** The post that is answered; its id tells when it ends. */
  parent?: { id: string; rootId: string | null } | undefined
  now: Date
  /** At least 42 random bits. */
  random: bigint
}

/** Makes a post of a draft. Its expiry is on a whole second, never later than chosen, never later than its parent's. */
export function composePost(draft: Draft, { authorId, parent, now, random }: Circumstances): ComposedPost {
  const chosen = new Date(Math.floor((now.getTime() + lifetimes[draft.lifetime]) / 1000) * 1000)
  const expiresAt = parent ? earlier(chosen, parentExpiry(parent.id, now)) : chosen
  return {
    id: expiringId(now, expiresAt, random),
    authorId,
    key: draft.key ?? null,
    body: draft.body,
    contentWarning: draft.contentWarning ?? null,
    replyTo: parent?.id ?? null,
    rootId: parent ? (parent.rootId ?? parent.id) : null,
    quoteOf: draft.quoteOf ?? null,
    language: draft.language ?? null,
    handles: handlesIn(draft.body),
    tags: tagsIn(draft.body),
    words: [draft.body, draft.contentWarning ?? ''].map(wordsOf),
    lifetime: draft.lifetime,
    createdAt: now,
    expiresAt,
  }
}

/**
 * The id of a like, a repost or a bookmark: it sorts by its own time and ends with its post.
 * @param random at least 42 random bits
 */
export function reactionId(postId: string, now: Date, random: bigint): string {
  const expiresAt = expiryOf(postId)
  if (expiresAt === undefined) throw new Refusal('not-found', 'This post is gone, or never was.')
  return expiringId(now, expiresAt, random)
}

/** Whether the id alone says that a post is over, or that there never was one. */
export function isOver(id: string, now: Date): boolean {
  const expiresAt = expiryOf(id)
  return expiresAt === undefined || expiresAt <= now
}

function parentExpiry(id: string, now: Date): Date {
  const expiresAt = expiryOf(id)
  if (expiresAt === undefined || expiresAt <= now)
    throw new Refusal('gone', 'The post that you answer has faded.', { replyTo: 'This post has faded.' })
  return expiresAt
}

const earlier = (one: Date, other: Date) => (one < other ? one : other)
