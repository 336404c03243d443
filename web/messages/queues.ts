import { create } from 'zustand'
import type { Unsent } from './unsent.ts'

/** What one has written in a conversation and what is not sent yet, in the order of writing. */
export interface Queue {
  unsent: readonly Unsent[]
  isSending: boolean
  /** Why the first one could not be sent; known until one is. */
  problem?: string | undefined
  /** Whether it goes out by itself later on. */
  isTriedAgain?: boolean
}

export const emptyQueue: Queue = { unsent: [], isSending: false }

/** By conversation. */
export const useOutbox = create<Record<string, Queue>>(() => ({}))

export const queueOf = (conversationId: string): Queue => useOutbox.getState()[conversationId] ?? emptyQueue

export function patch(conversationId: string, change: Partial<Queue>): void {
  useOutbox.setState({ [conversationId]: { ...queueOf(conversationId), ...change } })
}

export function add(unsent: Unsent): void {
  const { conversationId } = unsent
  patch(conversationId, { unsent: [...queueOf(conversationId).unsent, unsent] })
}

export function forget({ conversationId, key }: Unsent): void {
  patch(conversationId, { unsent: queueOf(conversationId).unsent.filter((one) => one.key !== key) })
}
