import type { Config } from '@mayfly/config/config'
import { openDatabase } from './database.ts'
import { identityStore } from './identity.ts'
import { objectStore } from './objects.ts'
import { peopleStore } from './people.ts'
import { pictureStore } from './pictures.ts'
import { postStore } from './posts.ts'
import { sql } from './sql.ts'

export type Stores = ReturnType<typeof openStores>

/** Everything that Mayfly remembers. Opening does not connect; the first use does. */
export function openStores(config: Config) {
  const database = openDatabase(config.DATABASE_URL)
  const identity = identityStore(config)
  const objects = objectStore(config)
  return {
    posts: postStore(database, objects),
    people: peopleStore(database),
    pictures: pictureStore(database),
    objects,
    identity,
    /** Fails when the database does not answer. */
    ping: () => database.rows(sql`select 1`),
    close: async () => {
      identity.close()
      objects.close()
      await database.close()
    },
  }
}
