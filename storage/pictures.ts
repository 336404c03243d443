import type { PictureKind, Upload } from '@mayfly/contract/pictures'
import type { Database } from './database.ts'
import { noteRefusal } from './notify.ts'
import { before, type PageRequest, pageOf } from './pages.ts'
import { sql } from './sql.ts'
import { isVisible } from './visibility.ts'

const SWEEP_BATCH = 500

export interface NewUpload {
  id: string
  ownerId: string
  kind: PictureKind
}

/** What processing found out. */
export interface Measures {
  width: number
  height: number
  placeholder: string
}

/** A picture that is to be seen somewhere. */
export interface ShownPicture {
  id: string
  kind: PictureKind
  postId: string | null
  /** Of its post. */
  expiresAt: string | null
}

/** What must leave the buckets: a picture as it was made, its copies for one post, or those that were held. */
export interface DoomedPicture {
  id: string
  kind: PictureKind | 'held'
  ownerId: string
  /** Set for copies: what they were for. */
  postId: string | null
}

const columns = sql`id, kind, state, problem, width, height, placeholder, post_id is not null as "isPosted"`

export const pictureStore = (database: Database) => ({
  /** Notes an upload that may come. @returns false when its owner is gone or suspended */
  insert: async ({ id, ownerId, kind }: NewUpload, now: Date) =>
    (await database.change(sql`
      insert into pictures (id, owner_id, kind, created_at)
      select ${id}::uuid, u.id, ${kind}, ${now}::timestamptz
      from users u where u.id = ${ownerId} and ${isVisible}`)) > 0,

  find: (id: string, ownerId: string) =>
    database.first<Upload & { isPosted: boolean }>(
      sql`select ${columns} from pictures where id = ${id} and owner_id = ${ownerId}`,
    ),

  /** Throws an upload away that is in no post. */
  discard: (id: string, ownerId: string) =>
    database.change(sql`delete from pictures where id = ${id} and owner_id = ${ownerId} and post_id is null`),

  /**
   * Notes that a picture is ready; an avatar or a banner is its owner's from now on, and the one before is doomed.
   * One that was begun before the one that is worn comes too late: nobody uses it.
   * @returns false when nobody waits for it any more
   */
  finish: async ({ id, ownerId, kind }: NewUpload, { width, height, placeholder }: Measures) => {
    const finished = sql`
      finished as (
        update pictures
        set state = 'ready', width = ${width}, height = ${height}, placeholder = ${placeholder}
        where id = ${id} and owner_id = ${ownerId} and kind = ${kind} and state = 'waiting'
        returning id, owner_id
      )`
    if (kind === 'photo') return (await database.change(sql`with ${finished} select id from finished`)) > 0
    const column = kind === 'avatar' ? sql`avatar_id` : sql`banner_id`
    return (
      (await database.change(sql`
        with ${finished}, before as (
          select u.id, u.${column} as picture_id from users u join finished f on f.owner_id = u.id
        ), worn as (
          update users u set ${column} = f.id from finished f
          where u.id = f.owner_id and (u.${column} is null or u.${column} < f.id)
        ), gone as (
          delete from pictures p using before b where p.id = b.picture_id and p.id < ${id}
        )
        select id from finished`)) > 0
    )
  },

  /**
   * Notes why a file was refused, and that its owner is to be told.
   * @param newsId names what is told of it, and carries its end
   * @returns false when nobody waits for it any more
   */
  refuse: async (id: string, ownerId: string, problem: string, newsId: string) =>
    (await database.change(sql`
      with refused as (
        update pictures set state = 'refused', problem = ${problem}
        where id = ${id} and owner_id = ${ownerId} and state = 'waiting'
        returning id, owner_id
      )
      ${noteRefusal(newsId)}`)) > 0,

  /** The pictures that a person shows: what they wear, and what is in their live posts, with the posts' ends. */
  listShown: (ownerId: string, page: PageRequest, now: Date) =>
    pageOf<ShownPicture>(
      database,
      page,
      (count) => sql`
        select i.id, i.kind, i.post_id as "postId", p.expires_at as "expiresAt"
        from pictures i join users u on u.id = i.owner_id left join posts p on p.id = i.post_id
        where i.owner_id = ${ownerId} and ${isVisible}
          and (p.expires_at > ${now} or i.id in (u.avatar_id, u.banner_id))
          ${before(page.cursor, sql`i.id`)}
        order by i.id desc
        limit ${count}`,
      ({ id }) => id,
    ),

  /** Takes a person's avatar or banner away. */
  removeWorn: (ownerId: string, kind: 'avatar' | 'banner') => {
    const column = kind === 'avatar' ? sql`avatar_id` : sql`banner_id`
    return database.change(sql`
      delete from pictures p using users u where u.id = ${ownerId} and p.id = u.${column}`)
  },

  /** Deletes uploads from before `limit` that nobody uses. @returns how many went */
  removeUnused: (limit: Date) =>
    database.change(sql`
      delete from pictures where id in (
        select p.id from pictures p
        where p.post_id is null and p.created_at <= ${limit}
          and not exists (select from users u where u.avatar_id = p.id)
          and not exists (select from users u where u.banner_id = p.id)
        limit ${SWEEP_BATCH} for update of p skip locked
      )`),

  /**
   * What must leave the buckets by now, the longest doomed first. From here on it is doomed for good: no post takes its
   * copies off the list any more.
   */
  takeDoomed: (now: Date) =>
    database.rows<DoomedPicture>(sql`
      update doomed_pictures d set due_at = null
      from (
        select id, post_id from doomed_pictures
        where due_at is null or due_at <= ${now}
        order by doomed_at limit ${SWEEP_BATCH} for update skip locked
      ) taken
      where d.id = taken.id and d.post_id is not distinct from taken.post_id
      returning d.id, d.kind, d.owner_id as "ownerId", d.post_id as "postId"`),

  /** Forgets those that have left. */
  forgetDoomed: (gone: readonly DoomedPicture[]) =>
    database.change(sql`
      delete from doomed_pictures d
      using unnest(${gone.map(({ id }) => id)}::uuid[], ${gone.map(({ postId }) => postId)}::uuid[]) as gone (id, post_id)
      where d.id = gone.id and d.post_id is not distinct from gone.post_id`),
})
