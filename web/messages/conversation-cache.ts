import type { Conversation, Message } from '@mayfly/contract/messages'
import type { InfiniteData } from '@tanstack/react-query'
import { api } from '../api.ts'
import { sessionView } from '../session/state.ts'
import { queryClient, readKey, useRead } from '../use-api.ts'
import { keepMessage, logKey } from './message-cache.ts'
import { purgeSoon } from './purge.ts'

/** A page of the list. It keeps ids alone: each conversation is kept once. */
export interface ListPage {
  ids: string[]
  next: string | null
}

export type ListPages = InfiniteData<ListPage, string | undefined>

export const listKey = readKey('listConversations')

const keyOf = (id: string) => readKey('showConversation', { id })

// As long as the list shows its id.
queryClient.setQueryDefaults(readKey('showConversation'), { gcTime: Number.POSITIVE_INFINITY })

export async function readListPage(cursor?: string): Promise<ListPage> {
  const { items, next } = await api.listConversations(cursor === undefined ? {} : { cursor })
  for (const conversation of items) keepConversation(conversation)
  return { ids: items.map(({ id }) => id), next }
}

export function keepConversation(conversation: Conversation): void {
  queryClient.setQueryData(keyOf(conversation.id), conversation)
  purgeSoon()
}

/** The conversation as it was last heard of. */
export function useConversation(id: string): Conversation | undefined {
  return useRead('showConversation', { id }, { enabled: false }).data
}

/** The known conversation with this person, if there is one. One is in all of one's own, and has none with oneself. */
export function knownPairWith(handle: string): Conversation | undefined {
  if (handle === sessionView().me?.handle) return undefined
  const known = queryClient.getQueriesData<Conversation>({ queryKey: readKey('showConversation') })
  return known
    .map(([, conversation]) => conversation)
    .find((one) => one && !one.isGroup && one.members.some((member) => member.handle === handle))
}

export function changeConversation(id: string, change: (conversation: Conversation) => Conversation): void {
  queryClient.setQueryData<Conversation>(keyOf(id), (conversation) => conversation && change(conversation))
}

/** Notes how far somebody has read. It never goes back. */
export function noteRead(id: string, personId: string, messageId: string): void {
  changeConversation(id, (conversation) => ({
    ...conversation,
    members: conversation.members.map((member) => {
      const isFurther = member.lastReadId === null || messageId > member.lastReadId
      return member.id === personId && isFurther ? { ...member, lastReadId: messageId } : member
    }),
  }))
}

/** Shows a message that was sent a moment ago, and its conversation as the latest one. */
export function noteSent(id: string, message: Message): void {
  keepMessage(id, message)
  changeConversation(id, (conversation) => ({ ...conversation, lastMessage: message }))
  changeList((ids, page) => [...(page === 0 ? [id] : []), ...ids.filter((known) => known !== id)])
}

function changeList(change: (ids: string[], page: number) => string[]): void {
  queryClient.setQueryData<ListPages>(
    listKey,
    (list) =>
      list && {
        ...list,
        pages: list.pages.map((page, index) => ({ ...page, ids: change(page.ids, index) })),
      },
  )
}

/** One has left it, or emptied it: nothing of it stays in memory, and no list shows it. */
export function forgetConversation(id: string): void {
  changeList((ids) => ids.filter((known) => known !== id))
  queryClient.removeQueries({ queryKey: logKey(id) })
  queryClient.removeQueries({ queryKey: keyOf(id) })
  refreshCounts()
}

/** Reads anew what this conversation looks like in the list and how much is unread, where it is shown. */
export function refreshCounts(): void {
  void queryClient.invalidateQueries({ queryKey: listKey })
  void queryClient.invalidateQueries({ queryKey: readKey('countUnread') })
}

/** Reads a conversation's people and settings anew, where it is shown. */
export function refreshConversation(id: string): void {
  void queryClient.invalidateQueries({ queryKey: keyOf(id) })
}

/** Reads a conversation's newest messages anew when they are known, so that it opens without a wait. */
export function refreshMessages(id: string): void {
  void queryClient.invalidateQueries({ queryKey: logKey(id), refetchType: 'all' })
}

/** Whether a conversation is open in this tab. */
export const isOpen = (id: string): boolean =>
  queryClient
    .getQueryCache()
    .find({ queryKey: logKey(id) })
    ?.isActive() ?? false

/** Something may have been missed: what is shown is read anew, and the rest when it is wanted. */
export function refreshAll(): void {
  queryClient.removeQueries({ queryKey: readKey('listMessages'), type: 'inactive' })
  void queryClient.invalidateQueries({ queryKey: readKey('listMessages') })
  void queryClient.invalidateQueries({ queryKey: readKey('showConversation') })
  refreshCounts()
}
