type WireErrorName =
  | 'AliasExistsException'
  | 'CodeMismatchException'
  | 'ExpiredCodeException'
  | 'IncompleteSignatureException'
  | 'InternalErrorException'
  | 'InvalidLambdaResponseException'
  | 'InvalidParameterException'
  | 'InvalidPasswordException'
  | 'InvalidSignatureException'
  | 'LimitExceededException'
  | 'MissingAuthenticationTokenException'
  | 'NotAuthorizedException'
  | 'RefreshTokenReuseException'
  | 'RequestEntityTooLargeException'
  | 'ResourceNotFoundException'
  | 'SerializationException'
  | 'TooManyFailedAttemptsException'
  | 'UnauthorizedException'
  | 'UnexpectedLambdaException'
  | 'UnknownOperationException'
  | 'UnrecognizedClientException'
  | 'UnsupportedTokenTypeException'
  | 'UserLambdaValidationException'
  | 'UserNotConfirmedException'
  | 'UserNotFoundException'
  | 'UsernameExistsException'

const statuses: Partial<Record<WireErrorName, number>> = {
  InternalErrorException: 500,
  RequestEntityTooLargeException: 413,
  UnauthorizedException: 401,
}

/** An expected refusal, named and worded as Cognito does. Nearly all of them are HTTP status 400. */
export class WireError extends Error {
  override readonly name: WireErrorName
  readonly status: number

  constructor(name: WireErrorName, message: string) {
    super(message)
    this.name = name
    this.status = statuses[name] ?? 400
  }
}
