import type { Tag } from '@mayfly/contract/search'
import type { Database } from './database.ts'
import { keptFor } from './kept-for.ts'
import { sql } from './sql.ts'
import { outOfSight } from './visibility.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Trends look at no more than so many uses of tags, the latest. */
const USES_LOOKED_AT = 20_000
/** Fewer people make no trend. */
const LEAST_PEOPLE = 3
const TRENDS_MOST = 10
/** After so many seconds a person counts half as much. */
const HALF_LIFE_SECONDS = 6 * 60 * 60

/** Tags that begin alike are looked for among so many of the latest uses, and so many by the alphabet. */
const RECENT_USES = 5_000
const BY_ALPHABET = 10
const FOUND_MOST = 10
/** The people of a tag are counted among so many of its latest posts. */
const POSTS_COUNTED = 1_000

interface Trend extends Tag {
  /** Until then so many people's posts live as make a trend. */
  livesUntil: string
}

/** The tags in what people write. */
export const tagStore = (database: Database) => {
  const trends = keptFor(MINUTE, (now) =>
    database.rows<Trend>(sql`
      with uses as materialized (
        select t.tag, t.author_id, t.post_id from post_tags t
        where t.post_id >= ${firstIdOf(new Date(now.getTime() - DAY))}::uuid
          and post_expiry(t.post_id) > ${now}
        order by t.post_id desc
        limit ${USES_LOOKED_AT}
      ), people as (
        select tag, author_id, max(post_creation(post_id)) as wrote_at, max(post_expiry(post_id)) as ends_at
        from uses
        where author_id not in (${outOfSight})
        group by tag, author_id
      )
      select tag, count(*)::int as people, (array_agg(ends_at order by ends_at desc))[${LEAST_PEOPLE}] as "livesUntil"
      from people
      group by tag
      having count(*) >= ${LEAST_PEOPLE}
      order by
        sum(power(0.5, (extract(epoch from ${now}::timestamptz) - wrote_at) / ${HALF_LIFE_SECONDS}::float8)) desc, tag
      limit ${TRENDS_MOST}`),
  )

  return {
    /** What many people write about today, the liveliest first: as it was at most a minute ago, but nothing that is over. */
    listTrends: async (now: Date): Promise<Tag[]> =>
      (await trends(now)).filter(({ livesUntil }) => new Date(livesUntil) > now),

    /** Live tags that begin like this, as tags are compared, and then those that are spelled much like it; a few. */
    search: (text: string, now: Date) =>
      database.rows<Tag>(sql`
        with recursive by_alphabet as (
          (select tag, 1 as number from post_tags where ${beginsWith(text)} order by tag limit 1)
          union all
          select (select tag from post_tags where tag > a.tag and ${beginsWith(text)} order by tag limit 1), number + 1
          from by_alphabet a where a.tag is not null and number < ${BY_ALPHABET}
        ), candidates as (
          select tag from by_alphabet where tag is not null
          union
          select r.tag
          from (select t.tag from post_tags t order by t.post_id desc limit ${RECENT_USES}) r
          where starts_with(r.tag, ${text}) or r.tag % ${text}
        )
        select c.tag, u.people
        from candidates c, lateral (
          select count(distinct author_id)::int as people
          from (
            select t.author_id from post_tags t
            where t.tag = c.tag and post_expiry(t.post_id) > ${now}
            order by t.post_id desc
            limit ${POSTS_COUNTED}
          ) latest
          where author_id not in (${outOfSight})
        ) u
        where u.people > 0
        order by c.tag = ${text} desc, starts_with(c.tag, ${text}) desc, u.people desc, c.tag
        limit ${FOUND_MOST}`),
  }
}

/** Tags are sorted by their letters, so those that begin alike are a stretch of the index. */
const beginsWith = (text: string) => sql`tag >= ${text} and tag < ${`${text}\u{10ffff}`}`

/** Ids sort by time: none of this moment or later is less. */
function firstIdOf(moment: Date): string {
  const digits = moment.getTime().toString(16).padStart(12, '0')
  return `${digits.slice(0, 8)}-${digits.slice(8)}-0000-0000-000000000000`
}
