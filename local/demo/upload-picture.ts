import { setTimeout as pause } from 'node:timers/promises'
import { type PictureKind, UploadForm } from '@mayfly/contract/pictures'
import type { House } from '../house.ts'
import type { DemoHouse } from './sign-up.ts'

const LOOK_AGAIN_MILLISECONDS = 40
const PATIENCE_MILLISECONDS = 60_000

type UploadEvent = Parameters<House['functions']['presign-upload']>[0]

/**
 * Brings a JPEG the way that every picture comes: a form, the raw bucket, the function that it wakes.
 * @returns its id, once it is ready; an avatar or a banner is its owner's then
 */
export async function uploadPicture(
  house: DemoHouse,
  { ownerId, kind, jpeg }: { ownerId: string; kind: PictureKind; jpeg: Uint8Array },
  signal: AbortSignal,
): Promise<string> {
  const { id, url, fields } = await startUpload(house, ownerId, {
    kind,
    type: 'image/jpeg',
    bytes: jpeg.length,
  })
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('file', new Blob([Buffer.from(jpeg)]))
  const sent = await fetch(url, { method: 'POST', body: form, signal })
  if (!sent.ok) throw new Error(`The raw bucket answered ${sent.status} to a demo picture.`)
  await isReady(house, id, ownerId, signal)
  return id
}

async function startUpload({ functions }: DemoHouse, userId: string, wish: object): Promise<UploadForm> {
  const requestContext = { authorizer: { lambda: { userId } } } as UploadEvent['requestContext']
  const event = { headers: {}, body: JSON.stringify(wish), isBase64Encoded: false, requestContext }
  const { statusCode, body = '' } = await functions['presign-upload'](event)
  if (statusCode !== 201) throw new Error(`There was no form for a demo picture: ${body}`)
  return UploadForm.parse(JSON.parse(body))
}

async function isReady({ stores }: DemoHouse, id: string, ownerId: string, signal: AbortSignal) {
  const giveUpAt = performance.now() + PATIENCE_MILLISECONDS
  while (performance.now() < giveUpAt) {
    const upload = await stores.pictures.find(id, ownerId)
    if (upload?.state === 'ready') return
    if (upload?.state !== 'waiting')
      throw new Error(`A demo picture was not taken: ${upload?.problem ?? 'it is gone.'}`)
    await pause(LOOK_AGAIN_MILLISECONDS, undefined, { signal })
  }
  throw new Error('A demo picture was not ready within a minute.')
}
