import { createHash, createHmac } from 'node:crypto'
import { DEFAULT_LIFETIME, type Lifetime, lifetimes } from '@mayfly/contract/lifetimes'
import { Draft } from '@mayfly/contract/posts'
import { type ComposedPost, composePost } from '@mayfly/domain/posts'
import type { PlannedPhoto, PlannedPost, PlannedReply } from './planned.ts'
import { posts } from './posts.ts'
import { threads } from './threads.ts'

const MINUTE = 60_000

/** All that the demo people have to say, by a name that stays the same for as long as the words do. */
export const conversations: ReadonlyMap<string, PlannedPost> = new Map(
  [...posts, ...threads].map((post) => [nameOf(post), post]),
)

/** A post, and the photos that it waits for. */
export interface SpokenPost extends ComposedPost {
  photos: readonly PlannedPhoto[]
}

export interface Circumstances {
  /** The moment for which the ages are planned. */
  plannedFor: Date
  /** People's ids by their handles; the posts of those who are missing are left out. */
  people: Readonly<Record<string, string>>
  /** With the same seed and moment, the ids are the same: so nothing is written twice. */
  seed: string
}

/** The posts of a conversation, each after the one that it answers. */
export function composeConversation(start: PlannedPost, circumstances: Circumstances): SpokenPost[] {
  const { plannedFor, people, seed } = circumstances

  function compose(
    planned: PlannedPost | PlannedReply,
    lifetime: Lifetime,
    now: Date,
    parent?: ComposedPost,
  ): SpokenPost[] {
    const authorId = people[planned.by]
    if (authorId === undefined) return []
    const draft = Draft.parse({ body: planned.text, lifetime, contentWarning: planned.warning })
    const random = bitsOf(seed, `${now.toISOString()} ${planned.by} ${planned.text}`)
    const post = composePost(draft, { authorId, parent, now, random })
    const replies = (planned.replies ?? []).flatMap((reply) =>
      compose(reply, reply.lives ?? DEFAULT_LIFETIME, timeOfReply(reply, now), post),
    )
    return [{ ...post, photos: planned.photos ?? [] }, ...replies]
  }

  return compose(start, start.lives, timeOfStart(start, plannedFor))
}

/** Whether the post that started the conversation has burned down. */
export function isBurnedDown(start: PlannedPost, plannedFor: Date, now: Date): boolean {
  return timeOfStart(start, plannedFor).getTime() + lifetimes[start.lives] <= now.getTime()
}

function timeOfStart({ age, lives }: PlannedPost, plannedFor: Date): Date {
  return new Date(plannedFor.getTime() - age * lifetimes[lives])
}

function timeOfReply({ minutesLater }: PlannedReply, parentAt: Date): Date {
  return new Date(parentAt.getTime() + minutesLater * MINUTE)
}

function nameOf({ by, text }: PlannedPost): string {
  return createHash('sha256').update(`${by} ${text}`).digest('base64url').slice(0, 12)
}

function bitsOf(seed: string, text: string): bigint {
  return createHmac('sha256', seed).update(text).digest().readBigUInt64BE()
}
