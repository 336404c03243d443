import type { Lifetime } from '@mayfly/contract/lifetimes'
import { Refusal } from '@mayfly/contract/refusal'
import { create } from 'zustand'
import { api } from '../api.ts'
import { serverNow } from '../clock/server-clock.ts'
import { sessionView } from '../session/state.ts'
import { sentenceFor } from '../ui/sentence-for.ts'
import { changeConversation, refreshCounts } from './conversation-cache.ts'
import { keepMessage } from './message-cache.ts'
import { dropUnsent, isStillKept, keepUnsent, readUnsent, type Unsent } from './unsent.ts'

const RETRY_MILLISECONDS = 15_000

/** What one has written in a conversation and what is not sent yet, in the order of writing. */
export interface Queue {
  unsent: readonly Unsent[]
  isSending: boolean
  /** Why the first one could not be sent. */
  problem?: string | undefined
  /** Whether it goes out by itself later on. */
  isTriedAgain?: boolean
}

export const emptyQueue: Queue = { unsent: [], isSending: false }

/** By conversation. */
export const useOutbox = create<Record<string, Queue>>(() => ({}))

let owner: string | undefined
let opened = Promise.resolve()
// Where the browser keeps nothing, a message lives as long as this page.
const kept = new Set<string>()

/** Takes up what this person has not sent yet, and sends it. Called again it tries again. */
export async function openOutbox(personId: string): Promise<void> {
  if (owner !== personId) {
    owner = personId
    opened = takeUp(personId)
  }
  await opened
  sendAll()
}

async function takeUp(personId: string): Promise<void> {
  useOutbox.setState({}, true)
  for (const unsent of await readUnsent(personId, serverNow()).catch(() => [])) {
    kept.add(unsent.key)
    add(unsent)
  }
}

/** Sends a message after those that were written before it. From here on it is not lost. */
export async function sendLater(letter: {
  conversationId: string
  body: string
  lifetime: Lifetime | null
}): Promise<void> {
  const personId = sessionView().me?.id
  if (personId === undefined) return
  await openOutbox(personId)
  const unsent = { ...letter, key: crypto.randomUUID(), personId, writtenAt: serverNow() }
  add(unsent)
  await keepUnsent(unsent)
    .then(() => kept.add(unsent.key))
    .catch(() => undefined)
  await sendNow(unsent.conversationId)
}

/** Sends what waits in a conversation, one after the other, and stops at the first that does not go. */
export async function sendNow(conversationId: string): Promise<void> {
  const { unsent, isSending } = queueOf(conversationId)
  if (isSending || unsent[0] === undefined || !isMine(unsent[0])) return
  patch(conversationId, { isSending: true, problem: undefined })
  // One tab at a time, so that the order is the same for all.
  const error = await navigator.locks.request(`mayfly-send ${conversationId}`, () =>
    sendInOrder(conversationId),
  )
  const isTriedAgain = error !== undefined && mayPassBy(error)
  patch(conversationId, {
    isSending: false,
    problem: error === undefined ? undefined : reasonIn(error),
    isTriedAgain,
  })
  if (isTriedAgain) setTimeout(() => navigator.onLine && void sendNow(conversationId), RETRY_MILLISECONDS)
  // One may have been written at the last moment.
  if (error === undefined) await sendNow(conversationId)
}

/** Takes back a message that was not sent. */
export async function removeUnsent(unsent: Unsent): Promise<void> {
  forget(unsent)
  await dropUnsent(unsent).catch(() => undefined)
}

/** @returns what the first one that did not go was refused with */
async function sendInOrder(conversationId: string): Promise<unknown> {
  for (;;) {
    const [next] = queueOf(conversationId).unsent
    if (next === undefined || !isMine(next)) return undefined
    if (kept.has(next.key) && !(await isStillKept(next).catch(() => true))) {
      forget(next)
      continue
    }
    const { key, body, lifetime } = next
    try {
      const message = await api.sendMessage({ id: conversationId, key, body, ...(lifetime && { lifetime }) })
      keepMessage(conversationId, message)
      changeConversation(conversationId, (known) => ({ ...known, lastMessage: message }))
      refreshCounts()
    } catch (error) {
      return error
    }
    await removeUnsent(next)
  }
}

const isMine = ({ personId }: Unsent) => personId === sessionView().me?.id

/** What to do about a bad line is not the writer's care. */
const reasonIn = (error: unknown) =>
  error instanceof TypeError ? "Mayfly can't be reached." : sentenceFor(error)

/** A bad line and a busy server pass by; another "no" stays one until something is changed. */
const mayPassBy = (error: unknown) =>
  !(error instanceof Refusal) || error.code === 'unavailable' || error.code === 'too-many'

function sendAll(): void {
  for (const [id, { isTriedAgain = true }] of Object.entries(useOutbox.getState()))
    if (isTriedAgain) void sendNow(id)
}

const queueOf = (conversationId: string) => useOutbox.getState()[conversationId] ?? emptyQueue

const patch = (conversationId: string, change: Partial<Queue>) =>
  useOutbox.setState({ [conversationId]: { ...queueOf(conversationId), ...change } })

const add = (unsent: Unsent) =>
  patch(unsent.conversationId, { unsent: [...queueOf(unsent.conversationId).unsent, unsent] })

const forget = ({ conversationId, key }: Unsent) =>
  patch(conversationId, { unsent: queueOf(conversationId).unsent.filter((one) => one.key !== key) })

addEventListener('online', sendAll)
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) sendAll()
})
