import type { Post } from '@mayfly/contract/posts'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { endOf } from '../clock/life.ts'
import { serverNow } from '../clock/server-clock.ts'
import { queryClient } from '../use-api.ts'
import { wishesSoFar } from '../wishes.ts'
import { keepPosts } from './post-cache.ts'
import { type ThreadTree, treeOf, withoutReply, withPage, withReply } from './thread-tree.ts'

const MINUTE = 60_000
const KEY = 'thread'

/** The thread of a post. What its reader has made longer stays as it is while it is looked at. */
export function useThread(id: string, isOver: boolean) {
  return useQuery({
    queryKey: [KEY, id],
    queryFn: () => readThread(id),
    enabled: !isOver,
    staleTime: ({ state }) => (state.data?.isExtended ? Number.POSITIVE_INFINITY : MINUTE),
  })
}

async function readThread(id: string): Promise<ThreadTree> {
  const since = wishesSoFar()
  const thread = await api.showThread({ id })
  const ancestors = thread.ancestors.flatMap(({ post }) => post ?? [])
  keepPosts(live([...ancestors, thread.post, ...thread.replies]), since)
  return treeOf(thread)
}

/** Reads a further page of the replies to one of the posts of a thread. @returns the id of its first reply */
export async function readMore(threadId: string, parentId: string, after: string | undefined) {
  const since = wishesSoFar()
  const page = await api.listReplies({ id: parentId, ...(after && { cursor: after }) })
  keepPosts(live(page.items), since)
  queryClient.setQueryData<ThreadTree>([KEY, threadId], (tree) => tree && withPage(tree, parentId, page))
  return page.items[0]?.id
}

/** Shows an own new reply at once in every thread that has what it answers. */
export function addToThreads(reply: Post): void {
  queryClient.setQueriesData<ThreadTree>({ queryKey: [KEY] }, (tree) => tree && withReply(tree, reply))
}

export function removeFromThreads(id: string): void {
  queryClient.setQueriesData<ThreadTree>({ queryKey: [KEY] }, (tree) => tree && withoutReply(tree, id))
}

const live = (posts: readonly Post[]) => posts.filter(({ id }) => endOf(id) > serverNow())
