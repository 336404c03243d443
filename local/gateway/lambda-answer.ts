import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import type { Answer } from './answer.ts'

/**
 * What a function returned, as an HTTP answer of payload format 2.0: without a `statusCode` it is the JSON body of a 200.
 * Throws when API Gateway could not make an answer of it.
 */
export function answerOf(result: unknown): Answer {
  if (!isStructured(result)) return inferred(result)
  const { statusCode, headers = {}, cookies = [], body = '', isBase64Encoded = false } = result
  const status = Number(statusCode)
  if (!Number.isInteger(status) || status < 200 || status > 599)
    throw new Error('The function returned a statusCode that is not one.')
  if (typeof body !== 'string') throw new Error('The function returned a body that is not a string.')
  const pairs = Object.entries(headers).map(([name, value]): [string, string] => [
    name.toLowerCase(),
    String(value),
  ])
  const hasType = pairs.some(([name]) => name === 'content-type')
  if (!hasType && body !== '') pairs.push(['content-type', 'text/plain;charset=UTF-8'])
  for (const cookie of cookies) pairs.push(['set-cookie', cookie])
  return {
    status,
    headers: pairs.filter(([name]) => name !== 'content-length'),
    body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
  }
}

function isStructured(result: unknown): result is APIGatewayProxyStructuredResultV2 {
  return typeof result === 'object' && result !== null && 'statusCode' in result
}

function inferred(result: unknown): Answer {
  const body = typeof result === 'string' ? result : JSON.stringify(result)
  return { status: 200, headers: [['content-type', 'application/json']], body: Buffer.from(body) }
}
