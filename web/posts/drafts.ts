import { DEFAULT_LIFETIME, Lifetime } from '@mayfly/contract/lifetimes'
import { expiryOf } from '@mayfly/domain/expiring-id'
import { delMany, keys } from 'idb-keyval'
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
  /** Those that are uploaded. */
  photos: readonly SavedPhoto[]
}

export const emptyDraft: SavedDraft = {
  body: '',
  lifetime: DEFAULT_LIFETIME,
  contentWarning: null,
  language: null,
  quoteOf: null,
  photos: [],
}

const PREFIX = 'draft'

/** One draft for each person's new post, one for each post that they answer, and one for each that they quote. */
export const draftKey = (
  personId: string,
  { replyTo, quoteOf }: { replyTo?: string; quoteOf?: string } = {},
) => [PREFIX, personId, replyTo ?? (quoteOf ? `quote-${quoteOf}` : 'new')].join(' ')

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

/** What is kept may be from an older version of this page. */
export function draftIn(kept: unknown): SavedDraft | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined
  const {
    body,
    lifetime,
    contentWarning,
    language,
    quoteOf,
    photos,
  }: Partial<Record<keyof SavedDraft, unknown>> = kept
  if (typeof body !== 'string') return undefined
  const known = Lifetime.safeParse(lifetime)
  return {
    body,
    lifetime: known.success ? known.data : DEFAULT_LIFETIME,
    contentWarning: typeof contentWarning === 'string' ? contentWarning : null,
    language: typeof language === 'string' ? language : null,
    quoteOf: typeof quoteOf === 'string' ? quoteOf : null,
    photos: savedPhotosIn(photos),
  }
}
