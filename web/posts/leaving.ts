import { createClient } from '@mayfly/contract/client'
import type { Post } from '@mayfly/contract/posts'
import { Refusal } from '@mayfly/contract/refusal'
import { create } from 'zustand'
import { config } from '../config.ts'
import { currentToken } from '../session/renewal.ts'
import { sentenceFor } from '../ui/sentence-for.ts'
import { toast } from '../ui/toast-store.ts'
import { unpublish } from './feed-cache.ts'

const UNDO_MILLISECONDS = 5_000

/** Deleted posts, shown nowhere from the first moment on: those that can still come back, and those that are gone. */
export const useLeaving = create<{ ids: ReadonlySet<string> }>(() => ({ ids: new Set() }))

const waiting = new Map<string, ReturnType<typeof setTimeout>>()

/** Deletes an own post after a while in which it can be undone, or at once when the page is left. */
export function deleteSoon(post: Post): void {
  hide(post.id)
  const timer = setTimeout(() => send(post.id), UNDO_MILLISECONDS)
  waiting.set(post.id, timer)
  const undo = () => {
    if (!waiting.delete(post.id)) return
    clearTimeout(timer)
    show(post.id)
  }
  toast(post.replyTo ? 'Reply deleted.' : 'Post deleted.', {
    action: { label: 'Undo', run: undo },
    lastsMs: UNDO_MILLISECONDS,
  })
}

/** The request outlives the page that sends it. */
const lastWords = () =>
  createClient({
    origin: config.apiOrigin,
    send: (request) => fetch(request, { keepalive: true }),
    token: currentToken,
  })

async function send(id: string): Promise<void> {
  clearTimeout(waiting.get(id))
  waiting.delete(id)
  try {
    await lastWords().deletePost({ id })
    unpublish(id)
  } catch (error) {
    if (isGoneAnyway(error)) {
      unpublish(id)
      return
    }
    show(id)
    toast(`The post is still there. ${sentenceFor(error)}`)
  }
}

const isGoneAnyway = (error: unknown) =>
  error instanceof Refusal && (error.code === 'gone' || error.code === 'not-found')

function hide(id: string): void {
  useLeaving.setState(({ ids }) => ({ ids: new Set([...ids, id]) }))
}

function show(id: string): void {
  useLeaving.setState(({ ids }) => ({ ids: new Set([...ids].filter((known) => known !== id)) }))
}

function sendAllNow(): void {
  for (const id of [...waiting.keys()]) void send(id)
}

if (typeof window !== 'undefined') {
  window.addEventListener('pagehide', sendAllNow)
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) sendAllNow()
  })
}
