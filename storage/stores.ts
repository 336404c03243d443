import type { Given } from '@mayfly/config/config'
import { accountStore } from './accounts.ts'
import { blockStore } from './blocks.ts'
import { caseStore } from './cases.ts'
import { conversationStore } from './conversations.ts'
import { openDatabase } from './database.ts'
import { decisionStore } from './decisions.ts'
import { exportStore } from './exports.ts'
import { feedStore } from './feeds.ts'
import { followStore } from './follows.ts'
import { handleStore } from './handles.ts'
import { identityStore } from './identity.ts'
import { leavingMessageStore } from './leaving-messages.ts'
import { liveStore } from './live.ts'
import { messageStore } from './messages.ts'
import { openMessagesTable } from './messages-table.ts'
import { muteStore } from './mutes.ts'
import { notificationStore } from './notifications.ts'
import { objectStore } from './objects.ts'
import { peopleStore } from './people.ts'
import { pictureStore } from './pictures.ts'
import { postStore } from './posts.ts'
import { rateStore } from './rates.ts'
import { reactionStore } from './reactions.ts'
import { reportStore } from './reports.ts'
import { searchStore } from './search.ts'
import { sessionStore } from './sessions.ts'
import { sql } from './sql.ts'
import { suspensionStore } from './suspensions.ts'
import { tagStore } from './tags.ts'
import { threadStore } from './threads.ts'
import { undoingStore } from './undoings.ts'
import { userRemoval } from './user-removal.ts'

export type { StoredCase } from './cases.ts'
export type { StoredConversation } from './conversations.ts'
export type { EndedExport, TakenExport } from './exports.ts'
export type { InboxEntry } from './inbox.ts'
export type { Announcement } from './live.ts'
export type { Target, WordedReport } from './reports.ts'
export type { SignedIn } from './signed-in.ts'

/** For a task of the backend, which has many requests under way. */
const USUAL_CONNECTIONS = 10

export type Stores = ReturnType<typeof openStores>

/**
 * Everything that Mayfly remembers. Opening does not connect; the first use does, and fails where a variable that it
 * needs was not given.
 */
export function openStores(config: Given, { mostConnections = USUAL_CONNECTIONS } = {}) {
  const database = openDatabase(config, mostConnections)
  const identity = identityStore(config)
  const objects = objectStore(config)
  const messagesTable = openMessagesTable(config)
  const users = userRemoval(config)
  return {
    posts: postStore(database, objects),
    threads: threadStore(database),
    feeds: feedStore(database),
    search: searchStore(database),
    tags: tagStore(database),
    reactions: reactionStore(database),
    notifications: notificationStore(database),
    people: peopleStore(database),
    pictures: pictureStore(database),
    handles: handleStore(database),
    follows: followStore(database),
    blocks: blockStore(database),
    sessions: sessionStore(database),
    accounts: accountStore(database),
    exports: exportStore(database),
    leavingMessages: leavingMessageStore(messagesTable),
    mutes: muteStore(database),
    conversations: conversationStore(messagesTable),
    messages: messageStore(messagesTable),
    reports: reportStore(database, objects),
    cases: caseStore(database),
    decisions: decisionStore(database),
    undoings: undoingStore(database, objects),
    suspensions: suspensionStore(database),
    rates: rateStore(database, config),
    live: liveStore(database, config),
    objects,
    identity,
    users,
    /** Fails when the database does not answer. */
    ping: () => database.rows(sql`select 1`),
    close: async () => {
      identity.close()
      users.close()
      objects.close()
      messagesTable.close()
      await database.close()
    },
  }
}
