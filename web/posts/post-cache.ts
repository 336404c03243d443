import type { Post } from '@mayfly/contract/posts'
import { endOf } from '../clock/life.ts'
import { serverNow } from '../clock/server-clock.ts'
import { queryClient, readKey, useRead } from '../use-api.ts'
import { wishesSoFar } from '../wishes.ts'
import { withWishes } from './reactions.ts'

/** Whoever reads a post at its end may finish: so long its text stays, at most. */
export const LINGER_MILLISECONDS = 20_000

const BURN_MILLISECONDS = 1_000
const LONGEST_TIMER_MILLISECONDS = 60 * 60 * 1000

const keyOf = (id: string) => readKey('showPost', { id })

let timer: ReturnType<typeof setTimeout> | undefined

// A post is kept as long as it lives, on screen or not: feeds hold ids alone.
queryClient.setQueryDefaults(readKey('showPost'), { gcTime: Number.POSITIVE_INFINITY })

/**
 * One truth for each post: all feeds and pages show what was kept last.
 * @param since `wishesSoFar` when the posts began to be read
 */
export function keepPosts(posts: readonly Post[], since = wishesSoFar()): void {
  for (const post of posts) queryClient.setQueryData(keyOf(post.id), withWishes(post, since))
  purgeInTime()
}

/** The post as it was last heard of, or undefined when it is not known (any more). */
export function usePost(id: string): Post | undefined {
  return useRead('showPost', { id }, { enabled: false }).data
}

/** The same, outside of components. */
export function knownPost(id: string): Post | undefined {
  return queryClient.getQueryData<Post>(keyOf(id))
}

/** Changes a known post in all places at once. */
export function changePost(id: string, change: (post: Post) => Post): void {
  queryClient.setQueryData<Post>(keyOf(id), (post) => post && change(post))
}

/** Nothing of the post stays in memory; where it is shown, its stub takes its place. */
export function forgetPost(id: string): void {
  const cache = queryClient.getQueryCache()
  const query = cache.find({ queryKey: keyOf(id), exact: true })
  if (query === undefined) return
  query.reset()
  if (query.getObserversCount() === 0) cache.remove(query)
}

/** Forgets posts when their time is over, quoted ones as well, also those that are on no screen. */
function purgeInTime(): void {
  clearTimeout(timer)
  const posts = knownPosts()
  const now = serverNow()
  for (const { id, quoted } of posts) {
    if (lastMoment(id) <= now) forgetPost(id)
    else if (quoted && endOf(quoted.id) <= now) changePost(id, (post) => ({ ...post, quoted: null }))
  }
  const moments = posts.flatMap(({ id, quoted }) => [lastMoment(id), quoted ? endOf(quoted.id) : 0])
  const next = Math.min(...moments.filter((moment) => moment > now))
  timer = setTimeout(purgeInTime, Math.min(next - now, LONGEST_TIMER_MILLISECONDS))
}

const knownPosts = () =>
  queryClient.getQueriesData<Post>({ queryKey: readKey('showPost') }).flatMap(([, post]) => post ?? [])

const lastMoment = (id: string) => endOf(id) + LINGER_MILLISECONDS + BURN_MILLISECONDS
