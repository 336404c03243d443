import { type Config, given, pickGiven } from '@mayfly/config/config'
import { answerPreflight } from '@mayfly/lambdas/answer-preflight'
import { authorizeRequest } from '@mayfly/lambdas/authorize-request'
import { createUser } from '@mayfly/lambdas/create-user'
import { deliverMessage } from '@mayfly/lambdas/deliver-message'
import { expirePosts } from '@mayfly/lambdas/expire-posts'
import { fewConnections, type Surroundings } from '@mayfly/lambdas/on-lambda'
import { presignUpload } from '@mayfly/lambdas/presign-upload'
import { processImage } from '@mayfly/lambdas/process-image'
import { variablesFor } from '@mayfly/lambdas/variables'
import { type LambdaName, wiring } from '@mayfly/lambdas/wiring'
import { openStores } from '@mayfly/storage/stores'
import { addressFor } from './database.ts'

type EventOf<Run extends (event: never, ...rest: never[]) => unknown> = Parameters<Run>[0]

/** Every function of the wiring, in surroundings of its own: it is given what Lambda's environment would give it. */
export function openFunctions(config: Config, now: () => Date) {
  const names = Object.keys(wiring) as LambdaName[]
  const surroundings = Object.fromEntries(
    names.map((name) => [name, surroundingsOf(name, config, now)]),
  ) as Record<LambdaName, Surroundings>
  const run = {
    'authorize-request': (event: EventOf<typeof authorizeRequest>) =>
      authorizeRequest(event, surroundings['authorize-request']),
    'answer-preflight': (event: EventOf<typeof answerPreflight>) =>
      answerPreflight(event, given(surroundings['answer-preflight'].config, 'SITE_ORIGINS')),
    'presign-upload': (event: EventOf<typeof presignUpload>) =>
      presignUpload(event, surroundings['presign-upload']),
    'process-image': (event: EventOf<typeof processImage>) =>
      processImage(event, surroundings['process-image']),
    'create-user': (event: EventOf<typeof createUser>) => createUser(event, surroundings['create-user']),
    'deliver-message': (event: EventOf<typeof deliverMessage>) =>
      deliverMessage(event, surroundings['deliver-message']),
    'expire-posts': (event: EventOf<typeof expirePosts>) => expirePosts(event, surroundings['expire-posts']),
  } satisfies Record<LambdaName, (event: never) => Promise<unknown>>
  return {
    run,
    /** What a function has open. */
    storesOf: (name: LambdaName) => surroundings[name].stores,
    close: async (): Promise<void> => {
      await Promise.all(names.map((name) => surroundings[name].stores.close()))
    },
  }
}

function surroundingsOf(name: LambdaName, whole: Config, now: () => Date): Surroundings {
  const own = { ...whole, DATABASE_URL: addressFor(name, whole.DATABASE_URL) }
  const config = pickGiven(variablesFor(name), own)
  return { config, stores: openStores(config, fewConnections), now }
}
