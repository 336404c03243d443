import { limits } from '@mayfly/contract/limits'
import { Refusal } from '@mayfly/contract/refusal'
import { create } from 'zustand'
import { api } from '../api.ts'
import { t } from '../language/words.ts'
import { toast } from '../ui/toast-store.ts'
import { previewOf } from './fit-picture.ts'
import { moved, roomIn, type SavedPhoto, type TrayPhoto } from './tray-photos.ts'
import { firstUploadState } from './upload-state.ts'
import { beginUpload, type RunningUpload } from './uploads.ts'

/** The photos of each draft, by the draft's key. They outlive the dialog, so that closing it stops no upload. */
export const useTrays = create<Record<string, readonly TrayPhoto[]>>(() => ({}))

const running = new Map<string, RunningUpload>()
const restoredTrays = new Set<string>()

/** Whether what was kept with the draft is in the tray again. */
export const isRestored = (tray: string): boolean => tray in useTrays.getState() && restoredTrays.has(tray)

export const photosIn = (tray: string): readonly TrayPhoto[] => useTrays.getState()[tray] ?? []

/** Adds pictures, as many as there is room for, and begins to upload them at once. */
export function addPhotos(tray: string, files: readonly File[]): void {
  const room = roomIn(photosIn(tray))
  if (files.length > room)
    toast(t('A post has at most {most} photos. The others were left out.', { most: limits.photosInPost }))
  for (const file of files.slice(0, room)) addPhoto(tray, file)
}

function addPhoto(tray: string, file: File): void {
  const key = crypto.randomUUID()
  change(tray, (photos) => [...photos, { key, upload: firstUploadState, alt: '', preview: undefined }])
  running.set(
    key,
    beginUpload('photo', file, (upload) => changePhoto(tray, key, { upload })),
  )
  previewOf(file)
    .then((preview) => changePhoto(tray, key, { preview }))
    // What can't be shown is refused by the upload, in words.
    .catch(() => undefined)
}

export function retryPhoto(key: string): void {
  running.get(key)?.retry()
}

/** Takes a photo out, at whatever step it is; what has arrived of it is thrown away. */
export function removePhoto(tray: string, key: string): void {
  const photo = photosIn(tray).find((candidate) => candidate.key === key)
  change(tray, (photos) => photos.filter((candidate) => candidate !== photo))
  if (running.has(key)) running.get(key)?.cancel()
  else if (photo?.upload.step === 'ready')
    api.discardUpload({ id: photo.upload.upload.id }).catch(() => undefined)
  running.delete(key)
}

export function movePhoto(tray: string, key: string, place: number): void {
  change(tray, (photos) => moved(photos, key, place))
}

export function describePhoto(tray: string, key: string, alt: string): void {
  changePhoto(tray, key, { alt })
}

/** When the draft is thrown away. */
export function discardTray(tray: string): void {
  for (const { key } of photosIn(tray)) removePhoto(tray, key)
  forgetTray(tray)
}

/** When the photos are in a post: nothing is thrown away but the tray. */
export function forgetTray(tray: string): void {
  for (const { key } of photosIn(tray)) running.delete(key)
  restoredTrays.delete(tray)
  useTrays.setState(({ [tray]: _, ...others }) => others, true)
}

/** Puts back what was kept with a draft, once, before what is in the tray by now. What the server no longer has is left out. */
export async function restoreTray(tray: string, saved: readonly SavedPhoto[]): Promise<void> {
  if (restoredTrays.has(tray)) return
  restoredTrays.add(tray)
  const answers = await Promise.all(saved.map(restored))
  const known = answers.filter((photo) => photo !== undefined)
  const lost = saved.length - known.length
  change(tray, (photos) => [...known, ...photos])
  if (lost > 0)
    toast(
      t('{lost, plural, =1 {A photo} other {# photos}} of this draft waited too long and went.', { lost }),
    )
}

async function restored({ id, alt, preview }: SavedPhoto): Promise<TrayPhoto | undefined> {
  const known = {
    id,
    kind: 'photo',
    state: 'ready',
    problem: null,
    width: null,
    height: null,
    placeholder: null,
  } as const
  // Without an answer it is believed to be there; whether it is, is told when the post is sent.
  const upload = await api.showUpload({ id }).catch((error: unknown) => (isGone(error) ? undefined : known))
  return upload?.state === 'ready' ? { key: id, upload: { step: 'ready', upload }, alt, preview } : undefined
}

const isGone = (error: unknown) => error instanceof Refusal && error.code === 'not-found'

function changePhoto(tray: string, key: string, part: Partial<TrayPhoto>): void {
  change(tray, (photos) => photos.map((photo) => (photo.key === key ? { ...photo, ...part } : photo)))
}

function change(tray: string, next: (photos: readonly TrayPhoto[]) => readonly TrayPhoto[]): void {
  useTrays.setState({ [tray]: next(photosIn(tray)) })
}
