import { randomUUID } from 'node:crypto'
import { type ComposedPost, composePost } from '@mayfly/domain/posts'
import type { StoryHouse } from './house.ts'

/** How many write in a made-up thread. */
export const PEOPLE = 5

export async function makePeople({ stores, now }: StoryHouse): Promise<string[]> {
  const ids = Array.from({ length: PEOPLE }, () => randomUUID())
  for (const id of ids)
    await stores.people.insert({ id, displayName: 'Somebody', createdAt: now() }, [handleOf(id)])
  return ids
}

export const handleOf = (id = '') => `p${id.replaceAll('-', '').slice(0, 15)}`

/** Differs in each id, in all worlds. */
let random = 0n

export type World = ReturnType<typeof worldOf>

/** People who write one after the other, on a clock of their own. */
export function worldOf({ stores, now }: StoryHouse, people: string[]) {
  let time = now().getTime()
  const posts: ComposedPost[] = []
  const gone = new Set<string>()
  const isLive = (post: ComposedPost) => post.expiresAt.getTime() > time && !gone.has(post.id)

  const answeredBy = (id: string) => posts.find((one) => one.id === id)?.replyTo

  /**
   * What a reply hangs on: what it answers; where that is a deleted reply, too, a stub moves up. The first post of a
   * thread leaves no stub, and what hung on it stays.
   */
  function placeOf(id: string): string | null | undefined {
    const above = answeredBy(id)
    const isStubOnStub = above && gone.has(id) && gone.has(above) && answeredBy(above)
    return isStubOnStub ? placeOf(above) : above
  }

  return {
    now: () => new Date(time),
    isLive,
    isDeleted: (id: string) => gone.has(id),
    placeOf,
    everybody: () => posts,
    livePosts: () => posts.filter(isLive),
    find: (id: string) => posts.find((post) => post.id === id && !gone.has(id)),
    write: async (
      by: number,
      parent: ComposedPost | undefined,
      lifetime: '1-hour' | '3-hours' | '1-day' | '30-days',
      minutes = 0,
    ) => {
      time += 1 + minutes * 60_000
      random += 1n
      const isAlive = parent && isLive(parent)
      const post = composePost(
        { body: 'words', lifetime, photos: [] },
        { authorId: people[by] as string, parent: isAlive ? parent : undefined, now: new Date(time), random },
      )
      await stores.posts.insert(post, [], new Date(time))
      posts.push(post)
      return post
    },
    remove: async (post: ComposedPost | undefined) => {
      if (post === undefined) return
      gone.add(post.id)
      await stores.posts.remove(post.id, post.authorId, new Date(time))
    },
  }
}
