import { z } from 'zod'
import { incomplete } from './config.ts'

/** What the process that migrates is given: where the database is, and who owns it. */
const Owner = z.object({
  DATABASE_HOST: z.string().min(1),
  DATABASE_PORT: z.coerce.number().int().min(1).max(65_535),
  DATABASE_NAME: z.string().min(1),
  DATABASE_USER: z.string().min(1),
  DATABASE_PASSWORD: z.string().min(1),
})

/** The address of the database, with its owner's name and password, from the environment. */
export function readOwnerUrl(environment: Record<string, string | undefined> = process.env): string {
  const { data, error } = Owner.safeParse(environment)
  if (error) throw incomplete(error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`))
  const login = [data.DATABASE_USER, data.DATABASE_PASSWORD].map(encodeURIComponent).join(':')
  const place = `${data.DATABASE_HOST}:${data.DATABASE_PORT}`
  return `postgres://${login}@${place}/${encodeURIComponent(data.DATABASE_NAME)}`
}
