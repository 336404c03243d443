import type { Attribute } from './input.ts'
import type { User } from './users.ts'
import { WireError } from './wire-error.ts'

/** The standard attributes that the client may write. Source: "Working with user attributes", Cognito. */
const writable = new Set([
  'address',
  'birthdate',
  'email',
  'family_name',
  'gender',
  'given_name',
  'locale',
  'middle_name',
  'name',
  'nickname',
  'phone_number',
  'picture',
  'preferred_username',
  'profile',
  'updated_at',
  'website',
  'zoneinfo',
])
const writtenByThePool = new Set(['sub', 'email_verified', 'phone_number_verified', 'identities'])
const longestValue = 2048

/** Checks attributes that a client wants to write. Throws NotAuthorizedException or InvalidParameterException. */
export function checkAttributes(attributes: Attribute[]): Record<string, string> {
  const checked: Record<string, string> = {}
  for (const { Name, Value } of attributes) {
    if (writtenByThePool.has(Name)) {
      throw new WireError('NotAuthorizedException', 'A client attempted to write unauthorized attribute')
    }
    if (!writable.has(Name)) throw offSchema(`Type for attribute {${Name}} could not be determined`)
    if (Value.length > longestValue) throw offSchema(`${Name}: String must be no longer than ${longestValue}`)
    checked[Name] = Value
  }
  if (checked.email !== undefined && !isEmail(checked.email)) {
    throw new WireError('InvalidParameterException', 'Invalid email address format.')
  }
  return checked
}

/** The longest e-mail address is shorter than the standard's 254: Cognito takes it as a Username of at most 128. */
export function isEmail(text: string): boolean {
  return (
    text.length <= 128 &&
    /^[^\s@"'(),:;<>[\]\\]+@[^\s@"'(),:;<>[\]\\.]+(\.[^\s@"'(),:;<>[\]\\.]+)+$/.test(text)
  )
}

/** A user's attributes as GetUser and AdminGetUser list them. */
export function listAttributes(user: User): Attribute[] {
  const attributes = { ...user.attributes, email_verified: String(user.emailVerified), sub: user.sub }
  return Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }))
}

function offSchema(detail: string): WireError {
  return new WireError('InvalidParameterException', `Attributes did not conform to the schema: ${detail}`)
}
