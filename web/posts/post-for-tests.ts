import type { Post } from '@mayfly/contract/posts'
import { expiringId } from '@mayfly/domain/expiring-id'

/** A post with nothing special about it but what the test says. Times in ms since 1970. */
export function postFrom(parts: { createdAt?: number; expiresAt: number; id?: string }): Post {
  const { expiresAt, createdAt = expiresAt - 3_600_000 } = parts
  const random = BigInt(Math.floor(Math.random() * 2 ** 42))
  return {
    id: parts.id ?? expiringId(new Date(createdAt), new Date(expiresAt), random),
    author: { id: crypto.randomUUID(), handle: 'ada', displayName: 'Ada', avatarId: null },
    body: 'Hello',
    contentWarning: null,
    replyTo: null,
    rootId: null,
    quoteOf: null,
    quoted: null,
    language: null,
    mentions: [],
    lifetime: '1-hour',
    createdAt: new Date(createdAt).toISOString(),
    expiresAt: new Date(expiresAt).toISOString(),
    replyCount: 0,
    repostCount: 0,
    likeCount: 0,
    isLiked: false,
    isReposted: false,
    isBookmarked: false,
    photos: [],
  }
}
