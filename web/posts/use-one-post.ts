import type { Post } from '@mayfly/contract/posts'
import { Refusal } from '@mayfly/contract/refusal'
import { expiryOf } from '@mayfly/domain/expiring-id'
import { useEffect, useState } from 'react'
import { endOf } from '../clock/life.ts'
import { serverNow } from '../clock/server-clock.ts'
import { useLeaving } from '../leaving.ts'
import { useRead } from '../use-api.ts'
import { usePost } from './post-cache.ts'
import { useThread } from './thread-cache.ts'

type OnePost =
  | { state: 'live'; post: Post }
  | { state: 'failed'; error: Error; retry: () => void }
  | { state: 'reading' | 'faded' | 'deleted' | 'missing' }

interface Reading {
  error: Error | null
  refetch: () => Promise<unknown>
}

/** A post by its id. Whether it is over is told by the id alone, without asking. */
export function useOnePost(id: string): OnePost {
  const [wasOver] = useState(() => isOver(id))
  return useStateOf(id, useRead('showPost', { id }, { enabled: !wasOver }))
}

/** The same, with its thread: what is read is the thread. */
export function usePostInThread(id: string) {
  const [wasOver] = useState(() => isOver(id))
  const thread = useThread(id, wasOver)
  return { answer: useStateOf(id, thread), tree: thread.data }
}

function useStateOf(id: string, { error, refetch }: Reading): OnePost {
  const post = usePost(id)
  const [wasAlive, setWasAlive] = useState(false)
  useEffect(() => {
    if (post && !isOver(id)) setWasAlive(true)
  }, [post, id])
  const isDeleted = useLeaving((state) => state.ids.has(id))

  if (isDeleted) return { state: 'deleted' }
  if (expiryOf(id) === undefined) return { state: 'missing' }
  // Whoever reads it at its end may finish: then it is still here although it is over.
  if (isOver(id)) return post && wasAlive ? { state: 'live', post } : { state: 'faded' }
  if (error instanceof Refusal && error.code === 'gone') return { state: 'missing' }
  if (error instanceof Refusal && error.code === 'not-found') return { state: 'missing' }
  if (post) return { state: 'live', post }
  return error ? { state: 'failed', error, retry: () => void refetch() } : { state: 'reading' }
}

const isOver = (id: string) => endOf(id) <= serverNow()
