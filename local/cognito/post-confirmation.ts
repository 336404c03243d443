import type { PostConfirmationTriggerEvent } from 'aws-lambda'
import { listAttributes } from './attributes.ts'
import { type Input, textMap } from './input.ts'
import type { Pool } from './pool.ts'
import type { User } from './users.ts'
import { WireError } from './wire-error.ts'

/**
 * Wakes the post-confirmation Lambda and waits for it. What was confirmed
 * stays confirmed when it fails: the caller sees UserLambdaValidationException (it threw),
 * UnexpectedLambdaException (it took too long) or InvalidLambdaResponseException (it did not give the event back).
 */
export async function runPostConfirmation(
  pool: Pool,
  user: User,
  triggerSource: PostConfirmationTriggerEvent['triggerSource'],
  input: Input,
): Promise<void> {
  if (!pool.postConfirmation) return
  await pool.save()
  const event: PostConfirmationTriggerEvent = {
    version: '1',
    triggerSource,
    region: pool.region,
    userPoolId: pool.poolId,
    userName: user.sub,
    callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: pool.client.id },
    request: { userAttributes: attributesOf(user), ...clientMetadataOf(input) },
    response: {},
  }
  const answer = await withinTime(callHandler(pool.postConfirmation, event), pool.postConfirmationSeconds)
  if (typeof answer !== 'object' || answer === null) {
    throw new WireError('InvalidLambdaResponseException', 'Unrecognizable lambda output')
  }
}

async function callHandler(
  handler: NonNullable<Pool['postConfirmation']>,
  event: PostConfirmationTriggerEvent,
): Promise<unknown> {
  try {
    return await handler(event)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const message = `PostConfirmation failed with error ${reason.replace(/\.$/, '')}.`
    throw new WireError('UserLambdaValidationException', message)
  }
}

async function withinTime(work: Promise<unknown>, seconds: number): Promise<unknown> {
  const { promise, reject } = Promise.withResolvers<never>()
  const tooLate = new WireError('UnexpectedLambdaException', 'PostConfirmation failed due to a timeout.')
  const timer = setTimeout(() => reject(tooLate), seconds * 1000)
  try {
    return await Promise.race([work, promise])
  } finally {
    clearTimeout(timer)
  }
}

function attributesOf(user: User): Record<string, string> {
  const pairs = listAttributes(user).map(({ Name, Value }) => [Name, Value])
  return { ...Object.fromEntries(pairs), 'cognito:user_status': user.status }
}

function clientMetadataOf(input: Input): { clientMetadata?: Record<string, string> } {
  const clientMetadata = { ...textMap(input, 'ClientMetadata') }
  return Object.keys(clientMetadata).length > 0 ? { clientMetadata } : {}
}
