import { limits } from '@mayfly/contract/limits'
import { isHeardBy } from './notification-choices.ts'
import { type Statement, sql } from './sql.ts'
import { isUnmutedBy, isVisibleTo, isWantedBy } from './visibility.ts'

const DAYS_OF_FOLLOWING = 30

interface Reader {
  id: string
  now: Date
  /** Only what happened after the thing with this id. */
  since?: Statement
  most?: number
}

/**
 * What a notification `n` tells of, read where it happened: id and person_id, the latest first, no more than is counted.
 * Each part is read only for its own kind. Nobody is told of what they did themselves, or of people whom they do not
 * see, have muted or do not want to hear of, or of words that they have muted.
 */
export const eventsOf = ({
  id: readerId,
  now,
  since,
  most = limits.notificationsMost,
}: Reader): Statement => {
  const after = (id: Statement) => (since === undefined ? sql`` : sql`and ${id} > ${since}`)

  /** What people `u` did. */
  const deeds = (id: Statement, from: Statement, isWanted = isUnmutedBy(readerId)) => sql`
    (select ${id} as id, u.id as person_id
    from ${from} and u.id <> ${readerId} and ${isVisibleTo(readerId)} and ${isWanted}
      and ${isHeardBy(readerId)} ${after(id)}
    order by ${id} desc limit ${most})`

  const reactions = (kind: Statement, table: Statement) =>
    deeds(
      sql`d.id`,
      sql`${table} d join users u on u.id = d.person_id
        where n.kind = ${kind} and d.post_id = n.about_id and post_expiry(d.id) > ${now}`,
    )

  const posts = (kind: Statement, match: Statement) =>
    deeds(
      sql`p.id`,
      sql`posts p join users u on u.id = p.author_id
        where n.kind = ${kind} and ${match} and p.expires_at > ${now}`,
      isWantedBy(readerId),
    )

  const follows = deeds(
    sql`f.id`,
    sql`follows f join users u on u.id = f.follower_id
      where n.kind = 'follow' and f.followee_id = n.to_id
        and f.created_at > ${now}::timestamptz - make_interval(days => ${DAYS_OF_FOLLOWING})`,
  )

  return sql`
    ${reactions(sql`'like'`, sql`likes`)}
    union all ${reactions(sql`'repost'`, sql`reposts`)}
    union all ${posts(sql`'reply'`, sql`p.reply_to = n.about_id`)}
    union all ${posts(sql`'quote'`, sql`p.quote_of = n.about_id`)}
    union all ${posts(sql`'mention'`, sql`p.id = n.about_id`)}
    union all ${follows}
    union all (select n.latest_id, null where n.kind in ('picture', 'moderation') ${after(sql`n.latest_id`)})`
}
