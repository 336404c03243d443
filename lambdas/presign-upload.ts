import { limits } from '@mayfly/contract/limits'
import { pictureRoutes } from '@mayfly/contract/pictures'
import { Refusal } from '@mayfly/contract/refusal'
import { rawKey } from '@mayfly/domain/pictures'
import { v7 } from 'uuid'
import { answerRoute } from './answer-route.ts'
import { onLambda } from './on-lambda.ts'

const FORM_SECONDS = 5 * 60
const HOUR_MILLISECONDS = 60 * 60 * 1000

/** Gives out a form for exactly one upload: its key, its type, its size; five minutes. */
export const presignUpload = answerRoute(
  pictureRoutes.startUpload,
  async ({ kind, type, bytes }, { viewerId, stores, now: clock }) => {
    const now = clock()
    const id = v7({ msecs: now.getTime() })
    const since = new Date(now.getTime() - HOUR_MILLISECONDS)
    const isNoted = await stores.pictures.insert(
      { id, ownerId: viewerId, kind },
      { since, most: limits.uploadsAnHour },
      now,
    )
    if (!isNoted)
      throw new Refusal('too-many', 'These are many pictures. Please wait a while before the next one.')
    const form = await stores.objects.presignUpload({
      key: rawKey(kind, viewerId, id),
      type,
      bytes,
      seconds: FORM_SECONDS,
    })
    return { id, ...form, expiresAt: new Date(now.getTime() + FORM_SECONDS * 1000).toISOString() }
  },
)

export const handler = onLambda(presignUpload)
