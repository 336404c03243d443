import { limits } from '@mayfly/contract/limits'
import type { Author } from '@mayfly/contract/people'
import type { Post } from '@mayfly/contract/posts'
import type { Database } from './database.ts'
import { noteReaction } from './notify.ts'
import { before, type PageRequest, pageOf } from './pages.ts'
import { authorOf } from './people.ts'
import { type Statement, sql } from './sql.ts'
import { isVisible, isVisibleTo } from './visibility.ts'

/** More would make the line no truer. */
const MOST_OVER_LIFE = 2_000

type Reaction = 'like' | 'repost' | 'bookmark'

const tableOf: Record<Reaction, Statement> = {
  like: sql`likes`,
  repost: sql`reposts`,
  bookmark: sql`bookmarks`,
}

const nobody = sql`select null::uuid as to_id`

/** What people do with posts. Triggers count it, in the same transaction. */
export const reactionStore = (database: Database) => ({
  /**
   * Doing it twice is the same as once. The post cannot go in between.
   * @returns undefined when the post is not there for this person, who may act; whom it was told to, if to anybody
   */
  insert: (reaction: Reaction, id: string, postId: string, personId: string, now: Date) =>
    database.first<{ notifiedId: string | null }>(sql`
      with target as (
        select p.id, p.author_id, p.expires_at
        from posts p join users u on u.id = p.author_id
        where p.id = ${postId} and p.expires_at > ${now} and ${isVisibleTo(personId)}
          and exists (select from users u where u.id = ${personId} and ${isVisible})
        for key share of p
      ), made as (
        insert into ${tableOf[reaction]} (post_id, person_id, id)
        select id, ${personId}::uuid, ${id}::uuid from target
        on conflict do nothing
        returning post_id, id
      ), notified as (
        ${reaction === 'bookmark' ? nobody : noteReaction(reaction, personId)}
      )
      select (select to_id from notified) as "notifiedId" from target`),

  remove: (reaction: Reaction, postId: string, personId: string) =>
    database.change(sql`
      delete from ${tableOf[reaction]} where post_id = ${postId} and person_id = ${personId}`),

  /** How often others did something with a post in each part of its life; of each kind the latest are looked at. */
  countOverLife: async ({ id, author, createdAt, expiresAt }: Post, now: Date): Promise<number[]> => {
    const latest = (deeds: Statement, deedId: Statement) =>
      sql`(select ${deedId} as id ${deeds} order by ${deedId} desc limit ${MOST_OVER_LIFE})`
    const by = (kind: Statement) =>
      latest(sql`from ${kind} d where d.post_id = ${id} and d.person_id <> ${author.id}`, sql`d.id`)
    const posts = (match: Statement) =>
      latest(
        sql`from posts p where ${match} and p.author_id <> ${author.id} and p.expires_at > ${now}`,
        sql`p.id`,
      )
    const counted = await database.rows<{ count: number }>(sql`
      with deeds as (
        ${by(sql`likes`)}
        union all ${by(sql`reposts`)}
        union all ${posts(sql`p.reply_to = ${id}`)}
        union all ${posts(sql`p.quote_of = ${id}`)}
      ), placed as (
        select least(${limits.lifeParts}, greatest(1, width_bucket(
          post_creation(id)::float8, extract(epoch from ${createdAt}::timestamptz)::float8,
          extract(epoch from ${expiresAt}::timestamptz)::float8, ${limits.lifeParts}))) as part
        from deeds
      )
      select count(placed.part)::int as count
      from generate_series(1, ${limits.lifeParts}::int) as part left join placed using (part)
      group by part order by part`)
    return counted.map(({ count }) => count)
  },

  /** Who did it, the latest first. */
  listPeople: (
    reaction: 'like' | 'repost',
    postId: string,
    viewerId: string | undefined,
    page: PageRequest,
    now: Date,
  ) =>
    pageOf<Author & { place: string }>(
      database,
      page,
      (count) => sql`
        select ${authorOf}, d.id as place
        from ${tableOf[reaction]} d join users u on u.id = d.person_id
        where d.post_id = ${postId} and post_expiry(d.id) > ${now} and ${isVisibleTo(viewerId)}
          ${before(page.cursor, sql`d.id`)}
        order by d.id desc
        limit ${count}`,
      ({ place }) => place,
    ),
})
