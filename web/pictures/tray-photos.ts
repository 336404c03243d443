import { limits } from '@mayfly/contract/limits'
import { isUnderWay, type UploadState } from './upload-state.ts'

/** A photo that is being put into a post. */
export interface TrayPhoto {
  /** Its name on this page; an upload has its id only when it has begun. */
  key: string
  upload: UploadState
  alt: string
  /** A small picture of it; undefined until it is drawn, or where it can't be. */
  preview: Blob | undefined
}

/** A photo as it is kept with a draft. */
export interface SavedPhoto {
  id: string
  alt: string
  preview: Blob | undefined
}

/** How many more fit into a post. */
export const roomIn = (photos: readonly TrayPhoto[]): number => limits.photosInPost - photos.length

/** Whether sending has to wait for one of them. */
export const isBusy = (photos: readonly TrayPhoto[]): boolean =>
  photos.some(({ upload }) => isUnderWay(upload))

/** Those that won't come without a deed of their author's. */
export const stuckIn = (photos: readonly TrayPhoto[]): TrayPhoto[] =>
  photos.filter(({ upload }) => upload.step === 'failed' || upload.step === 'refused')

/** How many have no description. */
export const missingAlt = (photos: readonly TrayPhoto[]): number =>
  photos.filter(({ alt }) => alt.trim() === '').length

/** Those that are ready, in order, as they are kept. */
export function savedFrom(photos: readonly TrayPhoto[]): SavedPhoto[] {
  return photos.flatMap(({ upload, alt, preview }) =>
    upload.step === 'ready' ? [{ id: upload.upload.id, alt, preview }] : [],
  )
}

/** The same list with one photo in another place; places that do not exist are the nearest that does. */
export function moved(photos: readonly TrayPhoto[], key: string, place: number): TrayPhoto[] {
  const photo = photos.find((candidate) => candidate.key === key)
  if (photo === undefined) return [...photos]
  const rest = photos.filter((candidate) => candidate !== photo)
  return rest.toSpliced(Math.max(0, Math.min(place, rest.length)), 0, photo)
}

/** What is kept may be from an older version of this page: it is read as far as it makes sense. */
export function savedPhotosIn(kept: unknown): SavedPhoto[] {
  if (!Array.isArray(kept)) return []
  return kept
    .slice(0, limits.photosInPost)
    .flatMap((photo: Partial<Record<keyof SavedPhoto, unknown>> | null) => {
      if (typeof photo?.id !== 'string') return []
      const alt = typeof photo.alt === 'string' ? photo.alt : ''
      return [{ id: photo.id, alt, preview: photo.preview instanceof Blob ? photo.preview : undefined }]
    })
}
