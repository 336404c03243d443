import { create } from 'zustand'
import { api } from '../api.ts'
import { t } from '../language/words.ts'
import { forgetPostsOf } from '../posts/hide-posts.ts'
import { sentenceFor } from '../ui/sentence-for.ts'
import { toast } from '../ui/toast-store.ts'
import { queryClient } from '../use-api.ts'
import { dropPerson, forgetTies, knownPerson } from './person-cache.ts'

/** Whom one has blocked on this page: their profile can say so, as long as it is not loaded anew. */
export const useBlockedHere = create<{ handles: ReadonlySet<string> }>(() => ({ handles: new Set() }))

/** Blocks a person, which can be undone: with the block goes one's following them, and comes back with the undoing. */
export async function block(handle: string): Promise<boolean> {
  let wasFollowed = false
  try {
    const { isFollowed } = knownPerson(handle) ?? (await api.showPerson({ handle }))
    wasFollowed = isFollowed
    await api.blockPerson({ handle })
  } catch (error) {
    toast(t('{handle} is not blocked. {why}', { handle: `@${handle}`, why: sentenceFor(error) }))
    return false
  }
  note(handle, true)
  dropPerson(handle)
  forgetPostsOf(handle)
  forgetTies(undefined)
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => !String(queryKey[0]).startsWith('feed') })
  toast(t('{handle} is blocked: neither of you reaches the other.', { handle: `@${handle}` }), {
    action: { label: t('Undo'), run: () => void unblock(handle, wasFollowed) },
  })
  return true
}

/** @param isToBeFollowed whether one followed them before */
export async function unblock(handle: string, isToBeFollowed = false): Promise<void> {
  try {
    await api.unblockPerson({ handle })
    note(handle, false)
    toast(t('{handle} is not blocked any more.', { handle: `@${handle}` }))
  } catch (error) {
    toast(t('{handle} is still blocked. {why}', { handle: `@${handle}`, why: sentenceFor(error) }))
    return
  }
  if (isToBeFollowed)
    await api
      .followPerson({ handle })
      .catch((error: unknown) =>
        toast(t('{handle} is not followed. {why}', { handle: `@${handle}`, why: sentenceFor(error) })),
      )
  // Whatever was read while they were out of sight may have something of theirs now.
  void queryClient.invalidateQueries()
}

function note(handle: string, isBlocked: boolean): void {
  useBlockedHere.setState(({ handles }) => {
    const others = [...handles].filter((known) => known !== handle)
    return { handles: new Set(isBlocked ? [...others, handle] : others) }
  })
}
