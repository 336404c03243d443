import type { Client } from '@mayfly/contract/client'
import { Refusal } from '@mayfly/contract/refusal'
import { create } from 'zustand'
import { doLater } from './do-later.ts'
import { type Text, t } from './language/words.ts'
import { sentenceFor } from './ui/sentence-for.ts'
import { toast } from './ui/toast-store.ts'

/** What is deleted, by id, and shown nowhere from the first moment on: it can still come back, or it is gone. */
export const useLeaving = create<{ ids: ReadonlySet<string> }>(() => ({ ids: new Set() }))

const words = {
  Post: { deleted: 'Post deleted.', kept: 'The post is still there. {why}' },
  Reply: { deleted: 'Reply deleted.', kept: 'The reply is still there. {why}' },
  Message: { deleted: 'Message deleted.', kept: 'The message is still there. {why}' },
} as const satisfies Record<string, Record<string, Text>>

interface Deletion {
  id: string
  what: keyof typeof words
  send: (client: Client) => Promise<void>
  /** Takes it out of memory. */
  forget: () => void
}

/** Deletes something after a while in which it can be undone, or at once when the page is left. */
export function deleteSoon(deletion: Deletion): void {
  const { id, what } = deletion
  hide(id)
  doLater({
    id,
    words: t(words[what].deleted),
    run: (client) => send(deletion, client),
    undo: () => show(id),
  })
}

async function send({ id, what, send: ask, forget }: Deletion, client: Client): Promise<void> {
  try {
    await ask(client)
    forget()
  } catch (error) {
    if (isGoneAnyway(error)) {
      forget()
      return
    }
    show(id)
    toast(t(words[what].kept, { why: sentenceFor(error) }))
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
