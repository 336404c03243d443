import type { Config } from '@mayfly/config/config'
import { blockStore } from './blocks.ts'
import { conversationStore } from './conversations.ts'
import { openDatabase } from './database.ts'
import { feedStore } from './feeds.ts'
import { identityStore } from './identity.ts'
import { liveStore } from './live.ts'
import { messageStore } from './messages.ts'
import { openMessagesTable } from './messages-table.ts'
import { objectStore } from './objects.ts'
import { peopleStore } from './people.ts'
import { pictureStore } from './pictures.ts'
import { postStore } from './posts.ts'
import { reactionStore } from './reactions.ts'
import { sql } from './sql.ts'
import { threadStore } from './threads.ts'

export type { InboxEntry, StoredConversation } from './conversations.ts'
export type { Announcement } from './live.ts'

export type Stores = ReturnType<typeof openStores>

/** Everything that Mayfly remembers. Opening does not connect; the first use does. */
export function openStores(config: Config) {
  const database = openDatabase(config.DATABASE_URL)
  const identity = identityStore(config)
  const objects = objectStore(config)
  const messagesTable = openMessagesTable(config)
  return {
    posts: postStore(database, objects),
    threads: threadStore(database),
    feeds: feedStore(database),
    reactions: reactionStore(database),
    people: peopleStore(database),
    pictures: pictureStore(database),
    blocks: blockStore(database),
    conversations: conversationStore(messagesTable),
    messages: messageStore(messagesTable),
    live: liveStore(database, config.DATABASE_URL),
    objects,
    identity,
    /** Fails when the database does not answer. */
    ping: () => database.rows(sql`select 1`),
    close: async () => {
      identity.close()
      objects.close()
      messagesTable.close()
      await database.close()
    },
  }
}
