import type { Client } from '@mayfly/contract/client'
import { lifetimes } from '@mayfly/contract/lifetimes'
import type { Person } from '@mayfly/contract/people'
import type { Post } from '@mayfly/contract/posts'
import { del, set } from 'idb-keyval'
import { create } from 'zustand'
import { endOf } from '../clock/life.ts'
import { shortMoment } from '../clock/moment.ts'
import { serverNow } from '../clock/server-clock.ts'
import { doLater } from '../do-later.ts'
import { t } from '../language/words.ts'
import { sessionView } from '../session/state.ts'
import { announce } from '../ui/announce.ts'
import { sentenceFor } from '../ui/sentence-for.ts'
import { toast } from '../ui/toast-store.ts'
import { useComposer } from './composer-store.ts'
import type { SavedDraft } from './drafts.ts'
import { publish } from './feed-cache.ts'
import { letterOf } from './letter.ts'

/** A post on its way out. */
export interface Outgoing {
  /** Under which its draft is kept until it has arrived. */
  key: string
  me: Person
  draft: SavedDraft
  /** The post that it answers. */
  parent: Post | undefined
}

/** What is on its way out, and why what did not arrive did not, by the key of its draft. */
export const useOutgoing = create<{ posts: readonly Outgoing[]; failures: Readonly<Record<string, Error>> }>(
  () => ({ posts: [], failures: {} }),
)

/** Sends a post after a while in which it can be taken back, or at once when the page is left. */
export function sendSoon(outgoing: Outgoing): void {
  const { key } = outgoing
  keep(outgoing, serverNow())
  useOutgoing.setState(({ posts }) => ({ posts: [...posts, outgoing] }))
  doLater({
    id: key,
    words: t('On its way, gone {when}.', { when: momentOf(outgoing) }),
    run: (client) => send(outgoing, client),
    undo: () => {
      takeOff(key)
      keep(outgoing, null)
      open(outgoing)
    },
  })
}

/** What was tried under which key: a post whose answer was lost may have arrived, and is the same post the next time. */
const tries = new Map<string, { words: string; key: string }>()

function letterToTry({ key: draftKey, draft }: Outgoing) {
  const letter = letterOf(draft)
  const words = JSON.stringify(letter)
  const known = tries.get(draftKey)
  const key = known?.words === words ? known.key : crypto.randomUUID()
  tries.set(draftKey, { words, key })
  return { ...letter, key }
}

async function send(outgoing: Outgoing, client: Client): Promise<void> {
  const { key, me } = outgoing
  try {
    const post = await client.createPost(letterToTry(outgoing))
    tries.delete(key)
    publish(post, me)
    takeOff(key)
    announce(post.replyTo ? t('Reply posted') : t('Posted'))
    await del(key).catch(() => undefined)
  } catch (error) {
    takeOff(key)
    keep(outgoing, null)
    fail(outgoing, error instanceof Error ? error : new Error(t('It did not go out.')))
  }
}

/** The words come back to their author, unless something else is being done just then. */
function fail(outgoing: Outgoing, error: Error): void {
  const { key } = outgoing
  useOutgoing.setState(({ failures }) => ({ failures: { ...failures, [key]: error } }))
  const isFree =
    !document.querySelector('dialog[open]') && !document.activeElement?.matches('input, textarea')
  if (isFree) open(outgoing)
  else
    toast(t('Not posted. {reason} Your words are kept as a draft.', { reason: sentenceFor(error) }), {
      action: { label: t('Open it'), run: () => open(outgoing) },
    })
}

/** It is told once. */
export const forgetFailure = (key: string) =>
  useOutgoing.setState(({ failures: { [key]: _, ...failures } }) => ({ failures }))

/** For its author alone: by now somebody else may be signed in, or nobody. */
function open({ key, me, parent }: Outgoing): void {
  if (sessionView().me?.id === me.id) useComposer.getState().open({ draft: key, replyTo: parent })
}

const takeOff = (key: string) =>
  useOutgoing.setState(({ posts }) => ({ posts: posts.filter((one) => one.key !== key) }))

/** A page may end at any moment: until the post has arrived, its words are kept here. */
function keep({ key, draft }: Outgoing, sentAt: number | null): void {
  set(key, { ...draft, sentAt }).catch(() => undefined)
}

function momentOf({ draft, parent }: Outgoing): string {
  const now = serverNow()
  const end = now + lifetimes[draft.lifetime]
  return shortMoment(parent ? Math.min(end, endOf(parent.id)) : end, now)
}
