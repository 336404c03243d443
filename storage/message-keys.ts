import type { Key } from './messages-table.ts'

/** The conversation's own item. It sorts before all others of it. */
export const CONVERSATION = 'CONVERSATION'
/** Sorts after every message and before everything else of a conversation. */
export const AFTER_MESSAGES = 'MSG$'

export const conversationPk = (id: string) => `CONV#${id}`
export const memberSk = (personId: string) => `MEMBER#${personId}`
export const leaverSk = (personId: string) => `LEFT#${personId}`
export const messageSk = (id: string) => `MSG#${id}`
/** What a send is known by when it comes again. */
export const sentSk = (senderId: string, key: string) => `SENT#${senderId}#${key}`

export const messageKey = (conversationId: string, id: string): Key => ({
  pk: conversationPk(conversationId),
  sk: messageSk(id),
})

export const personPk = (personId: string) => `USER#${personId}`

/**
 * A person's entry for a conversation. It is there from before they come into it until nothing of theirs can be left in
 * it, so that all of theirs can be found. Only one with a last message is in their inbox.
 */
export const entryKey = (personId: string, conversationId: string): Key => ({
  pk: personPk(personId),
  sk: conversationPk(conversationId),
})

export const conversationIn = (entrySk: string) => entrySk.slice(conversationPk('').length)
