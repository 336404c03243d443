import { randomBytes } from 'node:crypto'
import type { PictureKind } from '@mayfly/contract/pictures'
import { Refusal } from '@mayfly/contract/refusal'
import { newsId } from '@mayfly/domain/notifications'
import { keysOf, processedKey, readRawKey } from '@mayfly/domain/pictures'
import type { Stores } from '@mayfly/storage/stores'
import type { S3Event } from 'aws-lambda'
import { type MadePicture, makeVariants } from './image/make-variants.ts'
import { onLambda, type Surroundings } from './on-lambda.ts'

type ArrivedUpload = NonNullable<ReturnType<typeof readRawKey>>

/** What edges may keep. Avatars and banners change by taking a new id; a photo may go with its post at any time. */
const cacheControl: Record<PictureKind, string> = {
  avatar: 'public, max-age=31536000, immutable',
  banner: 'public, max-age=31536000, immutable',
  photo: 'public, max-age=300',
}

/**
 * Makes what is shown of each file that arrived in the raw bucket, and removes the file.
 * Events may be repeated, late or at the same time. What fails unexpectedly is thrown, and the picture goes on waiting.
 */
export async function processImage(
  event: S3Event,
  { stores, now }: Pick<Surroundings, 'stores' | 'now'>,
): Promise<void> {
  for (const { s3 } of event.Records) await processFile(decodeKey(s3.object.key), stores, now)
}

/** S3 writes keys into events as forms do: a space is a plus. */
const decodeKey = (key: string) => new URLSearchParams(`key=${key}`).get('key') ?? ''

async function processFile(key: string, stores: Stores, now: Surroundings['now']): Promise<void> {
  const upload = readRawKey(key)
  if (upload === undefined) return
  const before = await stores.pictures.find(upload.id, upload.ownerId)
  if (before?.state === 'waiting') await develop(key, upload, stores, now)
  // Whoever lost a race, or crashed in one, finds here what has become of the picture, and clears up after itself.
  const after = await stores.pictures.find(upload.id, upload.ownerId)
  const isWanted = after !== undefined && after.state !== 'refused' && !after.isPosted
  if (!isWanted) await stores.objects.removeProcessed(keysOf(upload.kind, upload.id, null))
  await stores.objects.removeRaw([key])
  if (after === undefined) return
  const to = [upload.ownerId]
  const told = { to, event: { type: 'picture', uploadId: upload.id } } as const
  const refused = { to, event: { type: 'notification' } } as const
  await stores.live.tellAll(after.state === 'refused' ? [told, refused] : [told])
}

/** Nothing is ready before all of it is written, so a crash leaves a picture that waits, and the next event does it again. */
async function develop(
  key: string,
  upload: ArrivedUpload,
  { pictures, objects }: Stores,
  now: Surroundings['now'],
): Promise<void> {
  const bytes = await objects.readRaw(key)
  if (bytes === undefined) return
  const made = await makeVariants(bytes, upload.kind).catch(asRefusal)
  if (made instanceof Refusal) {
    const id = newsId('picture', now(), randomBytes(8).readBigUInt64BE())
    await pictures.refuse(upload.id, upload.ownerId, made.message, id)
    return
  }
  await writeVariants(upload, made, objects)
  await pictures.finish(upload, made)
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  throw error
}

async function writeVariants({ kind, id }: ArrivedUpload, made: MadePicture, objects: Stores['objects']) {
  const written = made.variants.map(({ name, body }) =>
    objects.writeProcessed(processedKey(kind, id, name), body, cacheControl[kind]),
  )
  await Promise.all(written)
}

export const handler = onLambda('process-image', processImage)
