import { given } from '@mayfly/config/config'
import { parseInput } from '@mayfly/contract/parse-input'
import { PROBLEM_TYPE, problemOf, retryHeaders } from '@mayfly/contract/problem'
import { Refusal } from '@mayfly/contract/refusal'
import type { Answer, Input, Route } from '@mayfly/contract/route'
import { corsHeaders } from '@mayfly/domain/cors'
import type {
  APIGatewayProxyEventV2WithLambdaAuthorizer,
  APIGatewayProxyStructuredResultV2,
} from 'aws-lambda'
import type { Surroundings } from './on-lambda.ts'

/** What the gateway sends for a route behind the authorizer. */
export type RouteEvent = Pick<
  APIGatewayProxyEventV2WithLambdaAuthorizer<{ userId: string }>,
  'headers' | 'body' | 'isBase64Encoded' | 'requestContext'
>

/** Makes a function that answers a route of the contract, with the same refusals as the backend's. */
export function answerRoute<R extends Route>(
  route: R,
  operation: (input: Input<R>, context: Surroundings & { viewerId: string }) => Promise<Answer<R>>,
) {
  return async (
    event: RouteEvent,
    surroundings: Surroundings,
  ): Promise<APIGatewayProxyStructuredResultV2> => {
    const headers = {
      'cache-control': 'no-store',
      ...corsHeaders(event.headers.origin, given(surroundings.config, 'SITE_ORIGINS')),
    }
    try {
      const { userId: viewerId } = event.requestContext.authorizer.lambda
      const output = await operation(parseInput(route, bodyOf(event)), { ...surroundings, viewerId })
      const body = JSON.stringify(route.output.parse(output))
      return {
        statusCode: route.success ?? 200,
        headers: { ...headers, 'content-type': 'application/json' },
        body,
      }
    } catch (error) {
      // Anything else is a bug, and the gateway says 500.
      if (!(error instanceof Refusal)) throw error
      const problem = problemOf(error)
      return {
        statusCode: problem.status,
        headers: { ...headers, ...retryHeaders(error), 'content-type': PROBLEM_TYPE },
        body: JSON.stringify(problem),
      }
    }
  }
}

function bodyOf({ body, isBase64Encoded }: RouteEvent): unknown {
  const text = isBase64Encoded ? Buffer.from(body ?? '', 'base64').toString() : (body ?? '')
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal('invalid', 'This is not JSON. Please check the request.')
  }
}
