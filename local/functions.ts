import { answerPreflight } from '@mayfly/lambdas/answer-preflight'
import { authorizeRequest } from '@mayfly/lambdas/authorize-request'
import { createUser } from '@mayfly/lambdas/create-user'
import { deliverMessage } from '@mayfly/lambdas/deliver-message'
import { expirePosts } from '@mayfly/lambdas/expire-posts'
import type { Surroundings } from '@mayfly/lambdas/on-lambda'
import { presignUpload } from '@mayfly/lambdas/presign-upload'
import { processImage } from '@mayfly/lambdas/process-image'
import type { LambdaName } from '@mayfly/lambdas/wiring'

type EventOf<Run extends (event: never, ...rest: never[]) => unknown> = Parameters<Run>[0]

/** Every function of the wiring, given its surroundings as Lambda's environment would. */
export function functionsIn(surroundings: Surroundings) {
  return {
    'authorize-request': (event: EventOf<typeof authorizeRequest>) => authorizeRequest(event, surroundings),
    'answer-preflight': (event: EventOf<typeof answerPreflight>) =>
      answerPreflight(event, surroundings.config.SITE_ORIGINS),
    'presign-upload': (event: EventOf<typeof presignUpload>) => presignUpload(event, surroundings),
    'process-image': (event: EventOf<typeof processImage>) => processImage(event, surroundings),
    'create-user': (event: EventOf<typeof createUser>) => createUser(event, surroundings),
    'deliver-message': (event: EventOf<typeof deliverMessage>) => deliverMessage(event, surroundings),
    'expire-posts': (event: EventOf<typeof expirePosts>) => expirePosts(event, surroundings),
  } satisfies Record<LambdaName, (event: never) => Promise<unknown>>
}
