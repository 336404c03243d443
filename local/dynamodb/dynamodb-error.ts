const service = 'com.amazon.coral.service'
const validate = 'com.amazon.coral.validate'
const dynamodb = 'com.amazonaws.dynamodb.v20120810'

/** The names of the refusals, and what stands before each on the wire. */
const namespaces = {
  ConditionalCheckFailedException: dynamodb,
  ExpiredIteratorException: dynamodb,
  IdempotentParameterMismatchException: dynamodb,
  IncompleteSignatureException: service,
  InternalServerError: dynamodb,
  InvalidSignatureException: service,
  MissingAuthenticationTokenException: service,
  RequestEntityTooLargeException: service,
  ResourceInUseException: dynamodb,
  ResourceNotFoundException: dynamodb,
  SerializationException: service,
  TransactionCanceledException: dynamodb,
  TrimmedDataAccessException: dynamodb,
  UnknownOperationException: service,
  UnrecognizedClientException: service,
  ValidationException: validate,
} as const

export type DynamoDbErrorName = keyof typeof namespaces

const statuses: Partial<Record<DynamoDbErrorName, number>> = {
  InternalServerError: 500,
  RequestEntityTooLargeException: 413,
}

/** An expected refusal, named and worded as DynamoDB does. `details` become further members of the answer. */
export class DynamoDbError extends Error {
  override readonly name: DynamoDbErrorName
  readonly status: number
  readonly details: object

  constructor(name: DynamoDbErrorName, message: string, details: object = {}) {
    super(message)
    this.name = name
    this.status = statuses[name] ?? 400
    this.details = details
  }

  /** The body of the answer. */
  get content(): object {
    return { __type: `${namespaces[this.name]}#${this.name}`, message: this.message, ...this.details }
  }
}

export function invalid(message: string): DynamoDbError {
  return new DynamoDbError('ValidationException', message)
}

export function isErrorName(name: string): name is DynamoDbErrorName {
  return Object.hasOwn(namespaces, name)
}
