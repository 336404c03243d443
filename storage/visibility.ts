import { sql } from './sql.ts'

/** Whose posts and profile may be seen at all: the one rule for every query that returns people or posts (`u`). */
export const isVisible = sql`u.suspended_at is null`
