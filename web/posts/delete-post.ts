import type { Post } from '@mayfly/contract/posts'
import { deleteSoon } from '../leaving.ts'
import { unpublish } from './feed-cache.ts'

/** Deletes an own post, after a while in which it can be undone. */
export function deletePost({ id, replyTo }: Post): void {
  deleteSoon({
    id,
    what: replyTo ? 'Reply' : 'Post',
    send: (client) => client.deletePost({ id }),
    forget: () => unpublish(id),
  })
}
