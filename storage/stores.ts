import type { Config } from '@mayfly/config/config'
import { openDatabase } from './database.ts'
import { identityStore } from './identity.ts'
import { peopleStore } from './people.ts'
import { postStore } from './posts.ts'
import { sql } from './sql.ts'

export type Stores = ReturnType<typeof openStores>

/** Everything that Mayfly remembers. Opening does not connect; the first use does. */
export function openStores(config: Config) {
  const database = openDatabase(config.DATABASE_URL)
  const identity = identityStore(config)
  return {
    posts: postStore(database),
    people: peopleStore(database),
    identity,
    /** Fails when the database does not answer. */
    ping: () => database.rows(sql`select 1`),
    close: async () => {
      identity.close()
      await database.close()
    },
  }
}
