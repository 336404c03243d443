import type { Page } from '@mayfly/contract/pages'
import type { Post, Thread, ThreadPost } from '@mayfly/contract/posts'
import { type Entry, entryOf } from './feed-pages.ts'

/** Where a list of replies goes on: after the last that was read, or from its start; null when all are here. */
export type Rest = { after: string | undefined } | null

/** A reply in its thread. */
export interface Branch extends Entry {
  parentId: string
  rest: Rest
  /** A deleted one keeps its place for as long as something answers it. */
  isDeleted: boolean
}

/** What is kept of a thread: where its posts stand. The posts themselves are kept once, for all feeds. */
export interface ThreadTree {
  id: string
  /** From the top down; the handle is null of those that are not to be seen. */
  ancestors: { id: string; handle: string | null }[]
  /** Of the replies to the post itself. */
  rest: Rest
  branches: Branch[]
  /** Whether its reader has made it longer. */
  isExtended: boolean
}

export function treeOf({ ancestors, post, replies, stubs }: Thread): ThreadTree {
  const restOf = ({ id, hasMore }: Pick<ThreadPost, 'id' | 'hasMore'>): Rest =>
    hasMore ? { after: replies.findLast(({ replyTo }) => replyTo === id)?.id } : null
  return {
    id: post.id,
    ancestors: ancestors.map(({ id, post: known }) => ({ id, handle: known?.author.handle ?? null })),
    rest: restOf(post),
    branches: inOrder([
      ...replies.map((reply) => branchOf(reply, restOf(reply))),
      ...stubs.map((stub) => ({
        id: stub.id,
        handle: '',
        place: stub.id,
        repostedBy: null,
        parentId: stub.replyTo,
        rest: restOf(stub),
        isDeleted: true,
      })),
    ]),
    isExtended: false,
  }
}

const branchOf = (post: Post, rest: Rest): Branch => ({
  ...entryOf(post),
  parentId: post.replyTo ?? '',
  rest,
  isDeleted: false,
})

/** The tree with one more reply, after its siblings; the same tree when it has no place in it. */
export function withReply(tree: ThreadTree, post: Post): ThreadTree {
  const isBelow = post.replyTo === tree.id || tree.branches.some(({ id }) => id === post.replyTo)
  return isBelow ? extended(tree, [branchOf(post, null)]) : tree
}

/** The tree with a further page of the replies to one of its posts. What answers those is still to be asked for. */
export function withPage(tree: ThreadTree, parentId: string, page: Page<Post>): ThreadTree {
  const rest: Rest = page.next === null ? null : { after: page.items.at(-1)?.id }
  const more = page.items.map((post) => branchOf(post, post.replyCount > 0 ? { after: undefined } : null))
  if (parentId === tree.id) return extended({ ...tree, rest }, more)
  const branches = tree.branches.map((branch) => (branch.id === parentId ? { ...branch, rest } : branch))
  return extended({ ...tree, branches }, more)
}

export const withoutReply = (tree: ThreadTree, id: string): ThreadTree => ({
  ...tree,
  branches: withoutReplies(tree.branches, new Set([id])),
})

/** Of these only their places are left. */
export const withoutReplies = (branches: readonly Branch[], ids: ReadonlySet<string>): Branch[] =>
  branches.map((branch) => (ids.has(branch.id) ? { ...branch, isDeleted: true } : branch))

/** Each reply once, siblings in the order in which they were written. */
function extended(tree: ThreadTree, more: readonly Branch[]): ThreadTree {
  const known = new Set(tree.branches.map(({ id }) => id))
  const branches = inOrder([...tree.branches, ...more.filter(({ id }) => !known.has(id))])
  return { ...tree, branches, isExtended: true }
}

const inOrder = (branches: readonly Branch[]) =>
  branches.toSorted((one, other) => (one.id < other.id ? -1 : 1))
