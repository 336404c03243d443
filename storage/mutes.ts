import type { ListedPerson } from '@mayfly/contract/people'
import type { Database } from './database.ts'
import { after, type PageRequest, pageOf } from './pages.ts'
import { listedFor } from './people.ts'
import { type WantedWords, wantedBy } from './search-marks.ts'
import { sql } from './sql.ts'
import { isVisible, isVisibleTo } from './visibility.ts'

interface Words {
  words: string[]
}

/** Whom and what people do not want to read. */
export const muteStore = (database: Database) => ({
  /** Does nothing when one of the two is gone or suspended. */
  insert: (muterId: string, mutedId: string, now: Date) =>
    database.change(sql`
      insert into mutes (muter_id, muted_id, created_at)
      select ${muterId}::uuid, ${mutedId}::uuid, ${now}::timestamptz
      where 2 = (select count(*) from users u where u.id in (${muterId}, ${mutedId}) and ${isVisible})
      on conflict do nothing`),

  remove: (muterId: string, mutedId: string) =>
    database.change(sql`delete from mutes where muter_id = ${muterId} and muted_id = ${mutedId}`),

  /** Whom a person has muted, by id: the order does not matter to anybody. */
  list: (muterId: string, page: PageRequest) =>
    pageOf<ListedPerson>(
      database,
      page,
      (count) => sql`
        select ${listedFor(muterId)}
        from mutes m join users u on u.id = m.muted_id
        where m.muter_id = ${muterId} and ${isVisibleTo(muterId)} ${after(page.cursor, sql`m.muted_id`)}
        order by m.muted_id
        limit ${count}`,
      ({ id }) => id,
    ),

  /** The words that a person has muted, in small letters, the newest last. */
  listWords: async (ownerId: string) =>
    (await database.first<Words>(sql`select muted_words as words from users where id = ${ownerId}`))?.words ??
    [],

  /** @returns false when the list is full, or its owner gone */
  insertWord: async (ownerId: string, word: string, stoodFor: WantedWords, most: number) =>
    (await database.change(sql`
      update users
      set muted_words = case when ${word} = any (muted_words) then muted_words else muted_words || ${word}::text end,
        muted_queries = case when ${word} = any (muted_words) then muted_queries
          else muted_queries || nullif(${wantedBy(stoodFor, [])}, '')::text end
      where id = ${ownerId} and (${word} = any (muted_words) or cardinality(muted_words) < ${most})`)) > 0,

  removeWord: (ownerId: string, word: string) =>
    database.change(sql`
      update users
      set muted_words = array_remove(muted_words, ${word}),
        muted_queries = array(
          select query from unnest(muted_words, muted_queries) with ordinality as muted (word, query, place)
          where word <> ${word} order by place
        )
      where id = ${ownerId} and ${word} = any (muted_words)`),
})
