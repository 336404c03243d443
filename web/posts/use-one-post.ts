import type { Post } from '@mayfly/contract/posts'
import { Refusal } from '@mayfly/contract/refusal'
import { expiryOf } from '@mayfly/domain/expiring-id'
import { useEffect, useState } from 'react'
import { endOf } from '../clock/life.ts'
import { serverNow } from '../clock/server-clock.ts'
import { useLeaving } from '../leaving.ts'
import { useRead } from '../use-api.ts'
import { usePost } from './post-cache.ts'

type OnePost =
  | { state: 'live'; post: Post }
  | { state: 'failed'; error: Error; retry: () => void }
  | { state: 'reading' | 'faded' | 'deleted' | 'missing' }

/** A post by its id, as a page of its own shows it. Whether it is over is told by the id alone, without asking. */
export function useOnePost(id: string): OnePost {
  const isOver = () => endOf(id) <= serverNow()
  const [wasOver] = useState(isOver)
  const { error, refetch } = useRead('showPost', { id }, { enabled: !wasOver })
  const post = usePost(id)
  const [wasAlive, setWasAlive] = useState(false)
  useEffect(() => {
    if (post && endOf(id) > serverNow()) setWasAlive(true)
  }, [post, id])
  const isDeleted = useLeaving((state) => state.ids.has(id))

  if (isDeleted) return { state: 'deleted' }
  if (expiryOf(id) === undefined) return { state: 'missing' }
  // Whoever reads it at its end may finish: then it is still here although it is over.
  if (isOver()) return post && wasAlive ? { state: 'live', post } : { state: 'faded' }
  if (error instanceof Refusal && error.code === 'gone') return { state: 'missing' }
  if (error instanceof Refusal && error.code === 'not-found') return { state: 'missing' }
  if (post) return { state: 'live', post }
  return error ? { state: 'failed', error, retry: () => void refetch() } : { state: 'reading' }
}
