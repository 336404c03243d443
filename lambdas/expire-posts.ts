import { onLambda, type Surroundings } from './on-lambda.ts'

/** Deletes what has expired. Reads never wait for it: it may run twice, late, or not at all. */
export async function expirePosts(
  _event: unknown,
  { stores, now }: Pick<Surroundings, 'stores' | 'now'>,
): Promise<{ removed: number }> {
  return { removed: await stores.posts.removeExpired(now()) }
}

export const handler = onLambda(expirePosts)
