import type { Page } from '@mayfly/contract/pages'
import type { Post } from '@mayfly/contract/posts'
import type { Database } from './database.ts'
import { before, type PageRequest, pageOf } from './pages.ts'
import { columns } from './post-columns.ts'
import { type Statement, sql } from './sql.ts'
import { isVisibleTo } from './visibility.ts'

/** The live posts `p` that match, by authors `u` whom the viewer may see, newest first. */
export const newestPosts = (
  database: Database,
  match: Statement,
  viewerId: string | undefined,
  page: PageRequest,
  now: Date,
): Promise<Page<Post>> =>
  pageOf<Post>(
    database,
    page,
    (count) => sql`
      select ${columns(viewerId, now)}
      from posts p join users u on u.id = p.author_id
      where ${match} and p.expires_at > ${now} and ${isVisibleTo(viewerId)}
        ${before(page.cursor, sql`p.id`)}
      order by p.id desc
      limit ${count}`,
    ({ id }) => id,
  )
