import { isSame } from '../sigv4.ts'
import { deriveSigningKey, hmac, parseAmzDate } from '../sigv4-canonical.ts'
import { accessDenied, mismatch, scopeOf, unknownKey } from './authenticate.ts'
import type { Call } from './call.ts'
import type { Headers } from './digests.ts'
import { largestBody } from './put-object.ts'
import { S3Error } from './s3-error.ts'

/** How many bytes the file may have. */
export type SizeRange = { least: number; most: number }

const longestSignatureMilliseconds = 7 * 24 * 60 * 60 * 1000
const allowedSkewMilliseconds = 15 * 60 * 1000
/** Fields that no condition has to cover. */
const free = new Set(['x-amz-signature', 'policy', 'file'])

/**
 * Holds a form against the policy that comes with it: signature, expiry, and every condition. A field that no
 * condition covers is refused. Source: "Creating a POST policy", S3 API reference.
 */
export function verifyPolicy(call: Call, fields: Headers): SizeRange {
  verifySignature(call, fields)
  const policy = readPolicy(fields.policy ?? '')
  if (policy.expiresAt <= Date.now()) throw invalid('Policy expired.')
  if (fields.bucket !== undefined && fields.bucket !== call.bucket) throw invalid('another bucket.')
  const given: Headers = { ...fields, bucket: call.bucket }
  const covered = new Set<string>()
  const range = { least: 0, most: largestBody }
  for (const condition of policy.conditions) {
    const [operator, left, right] = condition
    if (operator === 'content-length-range') {
      range.least = Math.max(range.least, left as number)
      range.most = Math.min(range.most, right as number)
      continue
    }
    const name = (left as string).slice(1).toLowerCase()
    covered.add(name)
    if (!holds(operator, name, Object.hasOwn(given, name) ? (given[name] as string) : '', right as string)) {
      throw invalid(`Policy Condition failed: ${JSON.stringify(condition)}`)
    }
  }
  const isUncovered = (name: string) => !covered.has(name) && !free.has(name) && !name.startsWith('x-ignore-')
  const extra = Object.keys(given).filter(isUncovered)
  if (extra.length > 0) throw invalid(`Extra input fields: ${extra.join(', ')}`)
  return range
}

function verifySignature(call: Call, fields: Headers): void {
  if (fields.policy === undefined) throw accessDenied('Access Denied')
  const scope = scopeOf(call)
  const date = fields['x-amz-date'] ?? ''
  const signedAt = parseAmzDate(date)
  const [accessKeyId, ...rest] = (fields['x-amz-credential'] ?? '').split('/')
  if (fields['x-amz-algorithm'] !== 'AWS4-HMAC-SHA256' || signedAt === undefined) throw missingFields()
  if (accessKeyId !== scope.credentials.accessKeyId) throw unknownKey()
  const day = date.slice(0, 8)
  if (rest.join('/') !== `${day}/${scope.region}/s3/aws4_request`) {
    throw new S3Error(
      'InvalidArgument',
      `The credential must be scoped to <date>/${scope.region}/s3/aws4_request.`,
    )
  }
  const age = scope.now.getTime() - signedAt
  if (age > longestSignatureMilliseconds || age < -allowedSkewMilliseconds)
    throw accessDenied('Request has expired')
  const expected = hmac(deriveSigningKey(scope, day), fields.policy)
  if (!isSame(expected, fields['x-amz-signature'] ?? '')) throw mismatch()
}

type Operator = 'eq' | 'starts-with'
type PolicyCondition = [Operator, string, string] | ['content-length-range', number, number]

function readPolicy(text: string): { expiresAt: number; conditions: PolicyCondition[] } {
  const { expiration, conditions } = parse(text)
  const isIso = typeof expiration === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(expiration)
  const expiresAt = isIso ? Date.parse(expiration) : Number.NaN
  if (Number.isNaN(expiresAt)) throw badPolicy('its expiration is missing or no date')
  if (!Array.isArray(conditions)) throw badPolicy('its conditions are missing')
  return { expiresAt, conditions: conditions.flatMap(readCondition) }
}

function parse(text: string): Record<string, unknown> {
  try {
    const policy = JSON.parse(Buffer.from(text, 'base64').toString('utf8'))
    if (typeof policy === 'object' && policy !== null) return policy
  } catch {
    // Answered below, as for any other text.
  }
  throw badPolicy('it is not JSON in Base64')
}

/** `{ "name": "value" }` is short for `["eq", "$name", "value"]`. */
function readCondition(condition: unknown): PolicyCondition[] {
  if (Array.isArray(condition)) return [readTriple(condition)]
  if (typeof condition !== 'object' || condition === null)
    throw badPolicy('a condition is neither list nor object')
  return Object.entries(condition).map(([name, value]) => readTriple(['eq', `$${name}`, value]))
}

function readTriple(condition: unknown[]): PolicyCondition {
  const [operator, left, right] = condition
  const isWhole = condition.length === 3
  if (operator === 'content-length-range' && isWhole) {
    const [least, most] = [Number(left), Number(right)]
    if (Number.isSafeInteger(least) && Number.isSafeInteger(most)) return [operator, least, most]
  }
  const isText = typeof left === 'string' && left.startsWith('$') && typeof right === 'string'
  if ((operator === 'eq' || operator === 'starts-with') && isWhole && isText) return [operator, left, right]
  throw badPolicy(`the condition ${JSON.stringify(condition)} can't be understood`)
}

/** A list of content types has to hold for each of them. */
function holds(operator: Operator, name: string, value: string, expected: string): boolean {
  if (operator === 'eq') return value === expected
  const values = name === 'content-type' ? value.split(',').map((type) => type.trim()) : [value]
  return values.every((one) => one.startsWith(expected))
}

function missingFields(): S3Error {
  return new S3Error(
    'InvalidArgument',
    'The form must hold x-amz-algorithm, x-amz-credential and x-amz-date.',
  )
}

function invalid(message: string): S3Error {
  return accessDenied(`Invalid according to Policy: ${message}`)
}

function badPolicy(why: string): S3Error {
  return new S3Error('InvalidPolicyDocument', `The policy of the form is invalid: ${why}.`)
}
