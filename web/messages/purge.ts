import type { Conversation } from '@mayfly/contract/messages'
import { endOf } from '../clock/life.ts'
import { serverNow } from '../clock/server-clock.ts'
import { queryClient, readKey } from '../use-api.ts'
import { type Log, withoutOver } from './log.ts'

const BURN_MILLISECONDS = 1_000
const LONGEST_TIMER_MILLISECONDS = 60 * 60 * 1000

const logs = { queryKey: readKey('listMessages') }
const conversations = { queryKey: readKey('showConversation') }

let timer: ReturnType<typeof setTimeout> | undefined

/** Looks a moment later, when what was just read is in the cache, for what is over, and from then on in time. */
export function purgeSoon(): void {
  clearTimeout(timer)
  timer = setTimeout(purge)
}

/** Forgets messages when their time is over and they have burnt away, also those that are on no screen. */
function purge(): void {
  const past = serverNow() - BURN_MILLISECONDS
  queryClient.setQueriesData<Log>(logs, (log) => log && withoutOver(log, past))
  queryClient.setQueriesData<Conversation>(conversations, (known) => known && withoutLast(known, past))
  clearTimeout(timer)
  const next = Math.min(...knownEnds())
  if (next !== Number.POSITIVE_INFINITY)
    timer = setTimeout(purge, Math.min(next - past, LONGEST_TIMER_MILLISECONDS))
}

function withoutLast(conversation: Conversation, past: number): Conversation {
  const { lastMessage } = conversation
  return lastMessage && endOf(lastMessage.id) <= past ? { ...conversation, lastMessage: null } : conversation
}

function knownEnds(): number[] {
  const messages = queryClient.getQueriesData<Log>(logs).flatMap(([, log]) => log?.messages ?? [])
  const last = queryClient.getQueriesData<Conversation>(conversations).map(([, known]) => known?.lastMessage)
  return [...messages, ...last].flatMap((message) => (message ? [endOf(message.id)] : []))
}
