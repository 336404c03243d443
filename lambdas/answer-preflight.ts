import { given } from '@mayfly/config/config'
import { preflightHeaders } from '@mayfly/domain/cors'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { onLambda } from './on-lambda.ts'

/**
 * Answers every `OPTIONS` request of a browser: the site's own pages may call, no others.
 * It is always a 204; for another origin it comes without the headers that a browser asks for.
 */
export async function answerPreflight(
  event: Pick<APIGatewayProxyEventV2, 'headers'>,
  siteOrigins: readonly string[],
): Promise<APIGatewayProxyStructuredResultV2> {
  return { statusCode: 204, headers: preflightHeaders(event.headers.origin, siteOrigins) }
}

export const handler = onLambda(
  'answer-preflight',
  (event: Pick<APIGatewayProxyEventV2, 'headers'>, { config }) =>
    answerPreflight(event, given(config, 'SITE_ORIGINS')),
)
