import type { UploadForm } from '@mayfly/contract/pictures'
import sharp from 'sharp'
import { expect } from 'vitest'
import type { Guest } from './guest.ts'
import type { StoryHouse } from './house.ts'

/** A photo as a phone makes it: lying on its side, with the place where it was taken. */
export const photo = await sharp({ create: { width: 800, height: 400, channels: 3, background: '#c85' } })
  .withExif({ IFD0: { Artist: 'somebody' }, IFD3: { GPSLatitude: '52/1 31/1 0/1', GPSLatitudeRef: 'N' } })
  .withMetadata({ orientation: 6 })
  .jpeg()
  .toBuffer()

export const jpeg = (bytes: number) => ({ kind: 'photo', type: 'image/jpeg', bytes }) as const

export async function send(
  { url, fields }: UploadForm,
  body: Uint8Array,
  changed: Record<string, string> = {},
) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...fields, ...changed })) form.set(name, value)
  form.set('file', new Blob([Buffer.from(body)]))
  return fetch(url, { method: 'POST', body: form })
}

export async function upload(
  guest: Guest,
  kind: 'avatar' | 'banner' | 'photo' = 'photo',
  body: Uint8Array = photo,
) {
  const form = await guest.startUpload({ ...jpeg(body.length), kind })
  expect((await send(form, body)).ok).toBe(true)
  return settled(guest, form.id)
}

/** What becomes of an upload once the function has looked at it. */
export async function settled(guest: Guest, id: string) {
  await expect
    .poll(async () => (await guest.showUpload({ id })).state, { timeout: 20_000 })
    .not.toBe('waiting')
  return guest.showUpload({ id })
}

export const assetOf = (house: StoryHouse, postId: string, photoId: string, name = '640') =>
  fetch(`${house.assetsOrigin}/photos/${postId}/${photoId}/${name}.webp`)
