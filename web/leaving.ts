import { type Client, createClient } from '@mayfly/contract/client'
import { Refusal } from '@mayfly/contract/refusal'
import { create } from 'zustand'
import { config } from './config.ts'
import { currentToken } from './session/renewal.ts'
import { sentenceFor } from './ui/sentence-for.ts'
import { toast } from './ui/toast-store.ts'

const UNDO_MILLISECONDS = 5_000

/** What is deleted, by id, and shown nowhere from the first moment on: it can still come back, or it is gone. */
export const useLeaving = create<{ ids: ReadonlySet<string> }>(() => ({ ids: new Set() }))

interface Deletion {
  id: string
  /** How it is called in sentences: "Post". */
  what: string
  send: (client: Client) => Promise<void>
  /** Takes it out of memory. */
  forget: () => void
}

const waiting = new Map<string, { deletion: Deletion; timer: ReturnType<typeof setTimeout> }>()

/** Deletes something after a while in which it can be undone, or at once when the page is left. */
export function deleteSoon(deletion: Deletion): void {
  const { id, what } = deletion
  hide(id)
  const timer = setTimeout(() => send(id), UNDO_MILLISECONDS)
  waiting.set(id, { deletion, timer })
  const undo = () => {
    if (!waiting.delete(id)) return
    clearTimeout(timer)
    show(id)
  }
  toast(`${what} deleted.`, {
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
  const known = waiting.get(id)
  if (known === undefined) return
  const { deletion, timer } = known
  clearTimeout(timer)
  waiting.delete(id)
  try {
    await deletion.send(lastWords())
    deletion.forget()
  } catch (error) {
    if (isGoneAnyway(error)) {
      deletion.forget()
      return
    }
    show(id)
    toast(`The ${deletion.what.toLowerCase()} is still there. ${sentenceFor(error)}`)
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
