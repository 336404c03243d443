import { limits } from '@mayfly/contract/limits'
import type { Message } from '@mayfly/contract/messages'
import { api } from '../api.ts'
import { serverNow } from '../clock/server-clock.ts'
import { queryClient, readKey } from '../use-api.ts'
import { type Log, logOf, withFresh, withMessage, withOlder, withoutMessage } from './log.ts'
import { purgeSoon } from './purge.ts'

const limit = limits.pageLongest

export const logKey = (conversationId: string) => readKey('listMessages', { id: conversationId })

/** Reads what is new, as far back as there is no gap to what is known, and what of it is gone. */
export async function readNewest(conversationId: string): Promise<Log> {
  const before = knownLog(conversationId)
  const newest = before?.messages.at(-1)?.id ?? ''
  let fresh = await readPage(conversationId)
  while (before && fresh.older !== null && (fresh.messages[0]?.id ?? '') > newest)
    fresh = withOlder(fresh, await readPage(conversationId, fresh.older))
  purgeSoon()
  return withFresh(knownLog(conversationId), before, fresh)
}

/** Reads the page before what is known. */
export async function readOlder(conversationId: string): Promise<void> {
  const cursor = knownLog(conversationId)?.older
  if (!cursor) return
  const older = await readPage(conversationId, cursor)
  changeLog(conversationId, (log) => (log.older === cursor ? withOlder(log, older) : log))
  purgeSoon()
}

/** Shows a message that was sent a moment ago, where its conversation is known. */
export function keepMessage(conversationId: string, message: Message): void {
  changeLog(conversationId, (log) => withMessage(log, message))
  purgeSoon()
}

export function forgetMessage(conversationId: string, id: string): void {
  changeLog(conversationId, (log) => withoutMessage(log, id))
}

function changeLog(conversationId: string, change: (log: Log) => Log): void {
  queryClient.setQueryData<Log>(logKey(conversationId), (log) => log && change(log))
}

const knownLog = (conversationId: string) => queryClient.getQueryData<Log>(logKey(conversationId))

async function readPage(conversationId: string, cursor?: string): Promise<Log> {
  const page = await api.listMessages({ id: conversationId, limit, ...(cursor && { cursor }) })
  return logOf(page, serverNow())
}
