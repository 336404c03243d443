import { pictureRoutes } from '@mayfly/contract/pictures'
import { Refusal } from '@mayfly/contract/refusal'
import { rateOf } from '@mayfly/contract/route'
import { rawKey } from '@mayfly/domain/pictures'
import { tooMany } from '@mayfly/domain/rates'
import { v7 } from 'uuid'
import { answerRoute } from './answer-route.ts'
import { onLambda } from './on-lambda.ts'

const FORM_SECONDS = 5 * 60
const rate = rateOf(pictureRoutes.startUpload)

/** Gives out a form for exactly one upload: its key, its type, its size; five minutes. */
export const presignUpload = answerRoute(
  pictureRoutes.startUpload,
  async ({ kind, type, bytes }, { viewerId, stores, now: clock }) => {
    const now = clock()
    const id = v7({ msecs: now.getTime() })
    const full = await stores.rates.count(rate, { person: viewerId }, now)
    if (full) throw tooMany(rate, full.subject, full.seconds)
    const isNoted = await stores.pictures.insert({ id, ownerId: viewerId, kind }, now)
    if (!isNoted) throw new Refusal('forbidden', 'You cannot upload anything now.')
    const form = await stores.objects.presignUpload({
      key: rawKey(kind, viewerId, id),
      type,
      bytes,
      seconds: FORM_SECONDS,
    })
    return { id, ...form, expiresAt: new Date(now.getTime() + FORM_SECONDS * 1000).toISOString() }
  },
)

export const handler = onLambda('presign-upload', presignUpload)
