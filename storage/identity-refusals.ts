import { CognitoIdentityProviderServiceException } from '@aws-sdk/client-cognito-identity-provider'
import { type Fields, Refusal, type RefusalCode } from '@mayfly/contract/refusal'

type Telling = [code: RefusalCode, message: string, fields?: Fields]

const wrongCode = 'This is not the code that was sent. Please look again, or ask for a new one.'
const oldCode = 'This code is no longer good. Please ask for a new one.'
const unmade: Telling = [
  'unavailable',
  'Your e-mail address is confirmed, but your profile could not be made yet. Sign in, and it will be made then.',
]
const taken = 'There is an account with this e-mail address already. Please sign in.'
const anothers = 'There is another account with this e-mail address.'

/** Cognito's errors in words for a person. What is not here is a bug, or Cognito's own trouble. */
const tellings: Record<string, Telling> = {
  UsernameExistsException: ['conflict', taken, { email: taken }],
  AliasExistsException: ['conflict', anothers, { email: anothers }],
  InvalidPasswordException: [
    'invalid',
    'This password is too weak.',
    { password: 'This password is too weak.' },
  ],
  CodeMismatchException: ['invalid', wrongCode, { code: wrongCode }],
  ExpiredCodeException: ['invalid', oldCode, { code: oldCode }],
  UserNotFoundException: ['invalid', wrongCode, { code: wrongCode }],
  UserNotConfirmedException: [
    'forbidden',
    'Please confirm your e-mail address first.',
    { email: 'unconfirmed' },
  ],
  PasswordResetRequiredException: ['forbidden', 'Please set a new password first.', { password: 'reset' }],
  UserLambdaValidationException: unmade,
  UnexpectedLambdaException: unmade,
  InvalidLambdaResponseException: unmade,
  LimitExceededException: ['too-many', 'That was tried too often. Please wait a while and try again.'],
  TooManyFailedAttemptsException: [
    'too-many',
    'That was tried too often. Please wait a while and try again.',
  ],
  TooManyRequestsException: ['too-many', 'Mayfly is very busy. Please try again in a moment.'],
  CodeDeliveryFailureException: [
    'unavailable',
    'The e-mail could not be sent. Please try again in a moment.',
  ],
  RefreshTokenReuseException: ['signed-out', 'Your session is over. Please sign in again.'],
  InvalidParameterException: ['invalid', 'Some of this cannot be right. Please check what you typed.'],
}

/** Throws Cognito's "no" as ours. */
export function refused(error: unknown): never {
  if (!(error instanceof CognitoIdentityProviderServiceException)) throw unreachable(error)
  if (error.name === 'NotAuthorizedException') throw notAuthorized(error.message)
  const telling = tellings[error.name]
  if (telling) throw new Refusal(...telling)
  throw error.$fault === 'server' ? unavailable(error) : error
}

/** One name for many things: only the message tells them apart. */
function notAuthorized(message: string): Refusal {
  if (/attempts exceeded/i.test(message))
    return new Refusal('too-many', 'Too many wrong passwords. Please wait a while and try again.')
  if (/disabled/i.test(message)) return new Refusal('forbidden', 'This account is suspended.')
  if (/current status is CONFIRMED/i.test(message))
    return new Refusal('conflict', 'This account is confirmed already. Please sign in.')
  if (/incorrect username or password/i.test(message))
    return new Refusal('signed-out', 'The e-mail address or the password is wrong.')
  return new Refusal('signed-out', 'Your session is over. Please sign in again.')
}

function unreachable(error: unknown): unknown {
  const code = (error as { code?: string }).code ?? ''
  const isOutOfReach = /^E[A-Z]+$/.test(code) || (error as Error).name === 'TimeoutError'
  return isOutOfReach ? unavailable(error) : error
}

function unavailable(cause: unknown): Refusal {
  const sentence = 'Mayfly cannot reach its sign-in service. Please try again in a moment.'
  return Object.assign(new Refusal('unavailable', sentence), { cause })
}
