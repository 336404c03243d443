import { DEFAULT_LIFETIME, Lifetime } from '@mayfly/contract/lifetimes'
import { expiryOf } from '@mayfly/domain/expiring-id'
import { delMany, entries, keys } from 'idb-keyval'
import { type SavedPhoto, savedPhotosIn } from '../pictures/tray-photos.ts'

/** What is being written, as it is kept on this device until it is sent. */
export interface SavedDraft {
  body: string
  lifetime: Lifetime
  /** Null when there is none; empty while its words are still to be found. */
  contentWarning: string | null
  /** In BCP 47; null for the one that this browser prefers. */
  language: string | null
  /** The post that it quotes. */
  quoteOf: string | null
  /** The post that it answers. */
  replyTo: string | null
  /** Those that are uploaded. */
  photos: readonly SavedPhoto[]
  /** When it was sent, in ms since 1970, as long as nobody knows whether it has arrived. */
  sentAt: number | null
}

export const emptyDraft: SavedDraft = {
  body: '',
  lifetime: DEFAULT_LIFETIME,
  contentWarning: null,
  language: null,
  quoteOf: null,
  replyTo: null,
  photos: [],
  sentAt: null,
}

const PREFIX = 'draft'

interface About {
  replyTo?: string | undefined
  quoteOf?: string | undefined
}

/** One draft for each person's new post, one for each post that they answer, and one for each that they quote. */
export const draftKey = (personId: string, { replyTo, quoteOf }: About = {}) =>
  [PREFIX, personId, replyTo ?? (quoteOf ? `quote-${quoteOf}` : 'new')].join(' ')

/** For a draft that is put by, or on its way out: the place where it was written is free for the next one. */
export const spareDraftKey = (personId: string) =>
  [PREFIX, personId, `spare-${crypto.randomUUID()}`].join(' ')

export const isSpare = (key: string) => key.split(' ')[2]?.startsWith('spare-') === true

/** Whether a draft answers a post that has faded, so that nobody can come back to it. */
export function isOrphan(key: IDBValidKey, now: Date): boolean {
  const [prefix, , replyTo = ''] = String(key).split(' ')
  const end = expiryOf(replyTo)
  return prefix === PREFIX && end !== undefined && end <= now
}

export const isWorthKeeping = (draft: SavedDraft) =>
  draft.body.trim() !== '' || (draft.contentWarning ?? '').trim() !== '' || draft.photos.length > 0

export async function dropOrphans(now: Date): Promise<void> {
  const known = await keys()
  await delMany(known.filter((key) => isOrphan(key, now)))
}

export interface KeptDraft {
  key: string
  draft: SavedDraft
}

/** The post that a draft answers: an answer is kept under its id, and put by with it. */
export const answeredBy = ({ key, draft }: KeptDraft): string | undefined => {
  const [, , replyTo = ''] = key.split(' ')
  return draft.replyTo ?? (expiryOf(replyTo) && replyTo)
}

/** All that this person has begun here and not sent. */
export async function listDrafts(personId: string): Promise<KeptDraft[]> {
  const known = await entries()
  return known.flatMap(([key, kept]) => {
    const draft = String(key).startsWith(`${PREFIX} ${personId} `) ? draftIn(kept) : undefined
    return draft && isWorthKeeping(draft) ? [{ key: String(key), draft }] : []
  })
}

/** What is kept may be from an older version of this page. */
export function draftIn(kept: unknown): SavedDraft | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined
  const {
    body,
    lifetime,
    contentWarning,
    language,
    quoteOf,
    replyTo,
    photos,
    sentAt,
  }: Partial<Record<keyof SavedDraft, unknown>> = kept
  if (typeof body !== 'string') return undefined
  const known = Lifetime.safeParse(lifetime)
  return {
    body,
    lifetime: known.success ? known.data : DEFAULT_LIFETIME,
    contentWarning: textIn(contentWarning),
    language: textIn(language),
    quoteOf: textIn(quoteOf),
    replyTo: textIn(replyTo),
    photos: savedPhotosIn(photos),
    sentAt: typeof sentAt === 'number' ? sentAt : null,
  }
}

const textIn = (kept: unknown) => (typeof kept === 'string' ? kept : null)
