import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Post } from '@mayfly/contract/posts'
import { peopleTheHouse } from '@mayfly/local/demo/people-the-house'
import { allPortraits } from '@mayfly/local/demo/portraits'
import { openLog } from '@mayfly/local/log'
import { expect, onTestFinished } from 'vitest'
import { type Guest, strangerAt } from './guest.ts'
import { openStoryHouse, type StoryHouse } from './house.ts'

/** Small paintings, soon made. */
const SKETCH = 18

type DemoParts = Pick<StoryHouse, 'stores' | 'mailbox' | 'functions' | 'addModerator'>

export async function openEmptyHouse() {
  const house = await openStoryHouse()
  const dataDir = await mkdtemp(join(tmpdir(), 'mayfly-demo-'))
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  const start = (peopled: DemoParts) =>
    peopleTheHouse({ house: peopled, dataDir, now: house.now, log: openLog('silent'), density: SKETCH })

  /** A start that is stopped before its pictures are there. */
  async function people(peopled: DemoParts) {
    const { paintings, ...login } = await start(peopled)
    await paintings.stop()
    return login
  }

  async function peopleAndPaint(peopled: DemoParts) {
    const { paintings } = await start(peopled)
    await paintings.finished
  }

  return { house, people, peopleAndPaint, dataDir }
}

/** The real house, whose store fails at one turn as if the process had ended there. */
export function breaking(
  { stores, mailbox, functions, addModerator }: StoryHouse,
  store: 'people' | 'identity' | 'posts' | 'pictures',
  action: string,
  turn: number,
) {
  let turns = 0
  const real = stores[store] as unknown as Record<string, (...input: unknown[]) => Promise<unknown>>
  const broken = async (...input: unknown[]) => {
    turns += 1
    if (turns >= turn) throw new Error('broken off')
    return real[action]?.(...input)
  }
  return {
    mailbox,
    functions,
    addModerator,
    stores: { ...stores, [store]: { ...real, [action]: broken } } as StoryHouse['stores'],
  }
}

export async function explore(house: StoryHouse): Promise<Post[]> {
  const stranger = strangerAt(house)
  const posts: Post[] = []
  let cursor: string | undefined
  do {
    const page = await stranger.exploreFeed({ limit: 50, ...(cursor && { cursor }) })
    posts.push(...page.items)
    cursor = page.next ?? undefined
  } while (cursor)
  return posts
}

export async function threadBelow(stranger: Guest, posts: Post[]): Promise<Post[]> {
  const answered = posts.filter(({ replyCount }) => replyCount > 0)
  const pages = await Promise.all(answered.map(({ id }) => stranger.listReplies({ id, limit: 50 })))
  const replies = pages.flatMap(({ items }) => items)
  return replies.length === 0 ? [] : [...replies, ...(await threadBelow(stranger, replies))]
}

export const wordsOf = ({ author, body }: Post) => `${author.handle} ${body}`
export const withPhotos = (posts: Post[]) => posts.filter(({ photos }) => photos.length > 0)
export const photosOf = ({ photos }: Post) =>
  photos.map(({ width, height, alt }) => `${width} ${height} ${alt}`).join()

/** Every planned face and banner, and every post once. */
export async function expectPictures(house: StoryHouse) {
  const posts = await explore(house)
  expect(new Set(posts.map(wordsOf)).size).toBe(posts.length)
  const counts = withPhotos(posts).map(({ photos }) => photos.length)
  expect([...new Set(counts)].toSorted()).toEqual([1, 2, 3, 4])
  expect(withPhotos(posts).some(({ contentWarning }) => contentWarning !== null)).toBe(true)
  for (const { kind, handle } of allPortraits()) {
    const person = await strangerAt(house).showPerson({ handle })
    expect(person[`${kind}Id`]).not.toBeNull()
  }
}
