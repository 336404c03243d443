import { Refusal } from '@mayfly/contract/refusal'
import type {
  APIGatewayRequestAuthorizerEventV2,
  APIGatewaySimpleAuthorizerWithContextResult,
} from 'aws-lambda'
import { onLambda, type Surroundings } from './on-lambda.ts'

type Answer = APIGatewaySimpleAuthorizerWithContextResult<{ userId: string }>

/** Lets a request through the gateway when its access token is good, and says whose it is. */
export async function authorizeRequest(
  event: Pick<APIGatewayRequestAuthorizerEventV2, 'identitySource'>,
  { stores, now }: Pick<Surroundings, 'stores' | 'now'>,
): Promise<Answer> {
  const token = /^Bearer (\S+)$/i.exec(event.identitySource?.[0] ?? '')?.[1]
  if (token === undefined) return refuse
  try {
    const { userId } = await stores.identity.verify(token, now())
    return { isAuthorized: true, context: { userId } }
  } catch (error) {
    // A bad token is an answer; that the keys cannot be fetched is not, and the gateway says 500.
    if (error instanceof Refusal && error.code === 'signed-out') return refuse
    throw error
  }
}

const refuse: Answer = { isAuthorized: false, context: { userId: '' } }

export const handler = onLambda('authorize-request', authorizeRequest)
