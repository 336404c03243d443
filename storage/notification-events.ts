import { limits } from '@mayfly/contract/limits'
import { isChosenBy } from './notification-choices.ts'
import { type Statement, sql } from './sql.ts'
import { hasNoMutedWord, isHeardOf } from './visibility.ts'

const DAYS_OF_FOLLOWING = 30
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000

interface Reader {
  id: string
  now: Date
  /** Only what happened after the thing with this id. */
  since?: Statement
  most?: number
}

/**
 * What a notification `n` tells of, read where it happened: id and person_id, the latest first, no more than is counted.
 * Each part is read only for its own kind, in a statement that has `silent`. Nobody is told of what they did themselves,
 * or of people whom they do not see, have muted or do not want to hear of, or of words that they have muted.
 */
export const eventsOf = ({
  id: readerId,
  now,
  since,
  most = limits.notificationsMost,
}: Reader): Statement => {
  const after = (id: Statement) => (since === undefined ? sql`` : sql`and ${id} > ${since}`)

  /** What people did. */
  const deeds = (id: Statement, personId: Statement, from: Statement) => sql`
    (select ${id} as id, ${personId} as person_id
    from ${from} and ${personId} <> ${readerId} and ${isHeardOf(personId)} and ${isChosenBy(readerId, personId)}
      ${after(id)}
    order by ${id} desc limit ${most})`

  const reactions = (kind: Statement, table: Statement) =>
    deeds(
      sql`d.id`,
      sql`d.person_id`,
      sql`${table} d where n.kind = ${kind} and d.post_id = n.about_id and post_expiry(d.id) > ${now}`,
    )

  const posts = (kind: Statement, match: Statement) =>
    deeds(
      sql`p.id`,
      sql`p.author_id`,
      sql`posts p
        where n.kind = ${kind} and ${match} and p.expires_at > ${now} and ${hasNoMutedWord(readerId, sql`p`)}`,
    )

  const follows = deeds(
    sql`f.id`,
    sql`f.follower_id`,
    sql`follows f
      where n.kind = 'follow' and f.followee_id = n.to_id and f.id > ${lastIdAt(monthBefore(now))}`,
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

const monthBefore = (now: Date) => new Date(now.getTime() - DAYS_OF_FOLLOWING * DAY_MILLISECONDS)

/** Sorts after all ids that were made until this moment: a follow's begins with its time. */
function lastIdAt(moment: Date): string {
  const digits = moment.getTime().toString(16).padStart(12, '0')
  return `${digits.slice(0, 8)}-${digits.slice(8)}-ffff-ffff-ffffffffffff`
}
