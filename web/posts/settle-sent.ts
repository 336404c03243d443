import type { Person } from '@mayfly/contract/people'
import { del, set } from 'idb-keyval'
import { api } from '../api.ts'
import { listDrafts, type SavedDraft } from './drafts.ts'
import { useOutgoing } from './send-soon.ts'

/** So long a request may be under way from a page that is gone. */
const GRACE_MILLISECONDS = 15_000
/** The clocks of two pages may differ by so much. */
const TOLERANCE_MILLISECONDS = 60_000

/** Finds out what has become of posts that were sent when their page ended: what did not arrive is a draft again. */
export async function settleSent(me: Person, now: number): Promise<void> {
  const drafts = await listDrafts(me.id)
  const open = drafts.filter(({ key, draft: { sentAt } }) => {
    const isUnderWay = useOutgoing.getState().posts.some((post) => post.key === key)
    return sentAt !== null && now - sentAt > GRACE_MILLISECONDS && !isUnderWay
  })
  for (const { key, draft } of open) {
    if (await hasArrived(draft, me)) await del(key)
    else await set(key, { ...draft, sentAt: null })
  }
}

async function hasArrived({ body, replyTo, sentAt }: SavedDraft, { handle }: Person): Promise<boolean> {
  const read = replyTo === null ? api.profileFeed : api.profileReplies
  const { items } = await read({ handle })
  const words = body.trim().normalize('NFC')
  const earliest = (sentAt ?? 0) - TOLERANCE_MILLISECONDS
  return items.some((post) => post.body === words && Date.parse(post.createdAt) >= earliest)
}
