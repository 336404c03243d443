import { Refusal } from '@mayfly/contract/refusal'
import { api } from '../api.ts'
import { serverNow } from '../clock/server-clock.ts'
import { t } from '../language/words.ts'
import { sessionView } from '../session/state.ts'
import { sentenceFor } from '../ui/sentence-for.ts'
import { waitIn } from '../ui/wait-words.ts'
import { noteSent } from './conversation-cache.ts'
import { add, forget, patch, queueOf, useOutbox } from './queues.ts'
import { dropUnsent, isStillKept, keepUnsent, readUnsent, type Unsent } from './unsent.ts'

const RETRY_MILLISECONDS = 15_000

let owner: string | undefined
let opened = Promise.resolve()
let retry: ReturnType<typeof setTimeout> | undefined
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
export async function sendLater(letter: Omit<Unsent, 'key' | 'writtenAt'>): Promise<void> {
  await openOutbox(letter.personId)
  const unsent = { ...letter, key: crypto.randomUUID(), writtenAt: serverNow() }
  add(unsent)
  await keepUnsent(unsent)
    .then(() => kept.add(unsent.key))
    .catch(() => undefined)
  await sendNow(unsent.conversationId)
}

/** Sends what waits in a conversation, one after the other, and stops at the first that does not go. */
async function sendNow(conversationId: string): Promise<void> {
  const { unsent, isSending } = queueOf(conversationId)
  if (isSending || unsent[0] === undefined || !isMine(unsent[0])) return
  patch(conversationId, { isSending: true })
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
  if (isTriedAgain) sendAllLater(Math.max(RETRY_MILLISECONDS, waitIn(error) * 1_000))
  // One may have been written at the last moment.
  if (error === undefined) await sendNow(conversationId)
}

/** Sends at once what did not go before, because its writer wants it. */
export function tryAgain(conversationId: string): void {
  patch(conversationId, { problem: undefined })
  void sendNow(conversationId)
}

/** Takes back all that was not sent in a conversation. */
export async function removeAllUnsent(conversationId: string): Promise<void> {
  await Promise.all(queueOf(conversationId).unsent.map(removeUnsent))
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
      noteSent(
        conversationId,
        await api.sendMessage({ id: conversationId, key, body, ...(lifetime && { lifetime }) }),
      )
    } catch (error) {
      if (!wasSent(error)) return error
    }
    await removeUnsent(next)
    patch(conversationId, { problem: undefined })
  }
}

/** It arrived at an earlier try, whose answer was lost, and has been deleted or has burnt down since. */
const wasSent = (error: unknown) => error instanceof Refusal && error.code === 'gone'

const isMine = ({ personId }: Unsent) => personId === sessionView().me?.id

/** What to do about a bad line is not the writer's care. */
const reasonIn = (error: unknown) =>
  error instanceof TypeError ? t("Mayfly can't be reached.") : sentenceFor(error)

/** A bad line, a busy server and an ended session pass by; another "no" stays one until something is changed. */
const mayPassBy = (error: unknown) =>
  !(error instanceof Refusal) || ['unavailable', 'too-many', 'signed-out'].includes(error.code)

function sendAllLater(milliseconds: number): void {
  clearTimeout(retry)
  retry = setTimeout(sendAll, milliseconds)
}

function sendAll(): void {
  for (const [id, { isTriedAgain = true }] of Object.entries(useOutbox.getState()))
    if (isTriedAgain) void sendNow(id)
}

addEventListener('online', sendAll)
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) sendAll()
})
