import type { Given, VariableName } from './config.ts'
import { isOnThisMachine } from './loopback.ts'

/** Where the SDK calls, and what it calls there. */
const endpoints = {
  AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: ['COGNITO_USER_POOL_ID'],
  AWS_ENDPOINT_URL_DYNAMODB: ['MESSAGES_TABLE'],
  AWS_ENDPOINT_URL_S3: ['RAW_BUCKET', 'PROCESSED_BUCKET'],
} as const satisfies Partial<Record<VariableName, readonly VariableName[]>>

type EndpointName = keyof typeof endpoints | 'AWS_ENDPOINT_URL'
const endpointNames = ['AWS_ENDPOINT_URL', ...Object.keys(endpoints)] as EndpointName[]

/**
 * What belongs to this machine while the rest is on AWS, or the other way round: a sentence for each. So production never
 * talks to the parts of one machine, nor one machine unawares to the cloud.
 */
export function mixedPlaces(config: Given): string[] {
  const set = endpointNames.filter((name) => config[name] !== undefined)
  const isHere = (name: EndpointName) => isOnThisMachine(config[name] ?? '')
  const allHere = config.DATABASE_URL ? isOnThisMachine(config.DATABASE_URL) : set.some(isHere)
  if (allHere) {
    const missing = Object.entries(endpoints)
      .filter(([name, parts]) => !config[name as EndpointName] && parts.some((part) => config[part]))
      .map(
        ([name]) => `${name}: is missing, so AWS itself would be called, while the rest is on this machine`,
      )
    const elsewhere = set
      .filter((name) => !isHere(name))
      .map((name) => `${name}: is elsewhere, while the rest is on this machine`)
    return [...missing, ...elsewhere]
  }
  const here = set
    .filter(isHere)
    .map((name) => `${name}: is on this machine, while the rest is not; leave it out on AWS`)
  const isFixed = config.AWS_ACCESS_KEY_ID !== undefined && config.AWS_SESSION_TOKEN === undefined
  const fixedKey = 'AWS_ACCESS_KEY_ID: is a fixed key, which is for one machine; on AWS the role has its own'
  return isFixed ? [...here, fixedKey] : here
}
