import { randomInt } from 'node:crypto'
import { handleCandidates } from '@mayfly/domain/handles'
import type { PostConfirmationTriggerEvent } from 'aws-lambda'
import { onLambda, type Surroundings } from './on-lambda.ts'

/**
 * Makes the person of a confirmed account. Cognito may call it again, and it may meet a person who is there already.
 * A failure is thrown: Cognito shows it to the one who signs up, and the next sign-in makes the person.
 */
export async function createUser(
  event: PostConfirmationTriggerEvent,
  { stores, now }: Pick<Surroundings, 'stores' | 'now'>,
): Promise<PostConfirmationTriggerEvent> {
  if (event.triggerSource !== 'PostConfirmation_ConfirmSignUp') return event
  const { sub, name, preferred_username: wanted = '' } = event.request.userAttributes
  if (sub === undefined) throw new Error('The post-confirmation event has no sub.')
  const person = { id: sub, displayName: name || wanted || 'Somebody', createdAt: now() }
  await stores.people.insert(
    person,
    handleCandidates(wanted, [randomInt(100, 999_999), randomInt(100, 999_999)]),
  )
  return event
}

export const handler = onLambda('create-user', createUser)
