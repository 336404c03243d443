import type { Log } from '../log.ts'
import { openStudio, type Studio } from './art/studio.ts'
import { atOnce } from './at-once.ts'
import type { SpokenPost } from './conversations.ts'
import type { Memory } from './memory.ts'
import { postsOf } from './plan.ts'
import type { Portrait } from './portraits.ts'
import { reactionsTo } from './reactions.ts'
import type { DemoHouse } from './sign-up.ts'
import { uploadPicture } from './upload-picture.ts'
import { writeConversation } from './write-conversation.ts'

/** One is painted while another is processed. */
const TASKS_AT_ONCE = 2

export interface PaintingsOptions {
  house: DemoHouse
  memory: Memory
  save: () => Promise<void>
  now: () => Date
  log: Log
  /** Of the paintings, in dots an inch. */
  density: number
}

interface Task {
  name: string
  make: () => Promise<void>
  /** Takes it from the memory. */
  settle: () => unknown
}

/**
 * Makes in the background what the memory still lacks: faces and banners, then the posts that wait for their photos.
 * What fails is logged and left for the next start.
 */
export function startPaintings(options: PaintingsOptions) {
  const stopping = new AbortController()
  const finished = work(options, stopping.signal)
  return {
    /** Resolves when all is made, or has failed. */
    finished,
    /** Breaks off; the next start goes on. */
    stop: () => {
      stopping.abort()
      return finished
    },
  }
}

async function work(options: PaintingsOptions, signal: AbortSignal): Promise<void> {
  const { unhung = [], unwritten } = options.memory
  if (unhung.length + unwritten.length === 0) return
  const studio = openStudio(options.density)
  signal.addEventListener('abort', studio.close)
  await atOnce(TASKS_AT_ONCE, tasksOf(options, studio, signal), async ({ name, make, settle }) => {
    if (signal.aborted) return
    try {
      await make()
      settle()
      await options.save()
    } catch (error) {
      if (!signal.aborted) options.log.error({ err: error, name }, 'a demo picture could not be made')
    }
  })
  studio.close()
}

function tasksOf({ house, memory, now }: PaintingsOptions, studio: Studio, signal: AbortSignal): Task[] {
  const { people: ids = {}, seed, unhung = [], unwritten } = memory

  async function hang({ kind, handle }: Portrait) {
    const ownerId = ids[handle]
    const owner = ownerId && (await house.stores.people.findById(ownerId, now()))
    if (!owner || owner[`${kind}Id`] !== null) return
    await uploadPicture(house, { ownerId, kind, jpeg: await studio.paint(kind, handle) }, signal)
  }

  async function bringPhotos({ authorId: ownerId, photos }: SpokenPost) {
    const brought: { id: string; alt: string }[] = []
    for (const { picture, alt } of photos) {
      const jpeg = await studio.paint('photo', picture)
      brought.push({ id: await uploadPicture(house, { ownerId, kind: 'photo', jpeg }, signal), alt })
    }
    return brought
  }

  const reactions = (post: SpokenPost) => reactionsTo(post, ids, seed, now())

  const hangings = unhung.map((portrait) => ({
    name: `${portrait.kind} ${portrait.handle}`,
    make: () => hang(portrait),
    settle: () => unhung.splice(unhung.indexOf(portrait), 1),
  }))
  const tellings = unwritten.map((name) => ({
    name,
    make: () => writeConversation(house, postsOf(name, memory), bringPhotos, reactions, now),
    settle: () => unwritten.splice(unwritten.indexOf(name), 1),
  }))
  return [...hangings, ...tellings]
}
