import { WireError } from './wire-error.ts'

/** What came over the wire: a JSON object of which nothing is known yet. */
export type Input = Record<string, unknown>

export type Attribute = { Name: string; Value: string }

type TextRule = { max?: number; pattern?: RegExp }

/** Reads the body of a call. Throws SerializationException unless it is a JSON object. */
export function parseInput(body: string): Input {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    throw new WireError('SerializationException', 'The body is not valid JSON.')
  }
  if (!isRecord(value)) throw new WireError('SerializationException', 'The body must be a JSON object.')
  return value
}

/** Reads a text that must be there. Throws InvalidParameterException or SerializationException. */
export function requiredText(input: Input, name: string, rule: TextRule = {}): string {
  const value = optionalText(input, name, rule)
  if (value === undefined) throw failsConstraint(name, 'Member must not be null', 'Value null')
  return value
}

/** Reads a text that may be missing. Throws InvalidParameterException or SerializationException. */
export function optionalText(input: Input, name: string, rule: TextRule = {}): string | undefined {
  const value = member(input, name)
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string') throw wrongType(name, 'a String')
  const { max = 8192, pattern } = rule
  if (value.length === 0) throw failsConstraint(name, 'Member must have length greater than or equal to 1')
  if (value.length > max) throw failsConstraint(name, `Member must have length less than or equal to ${max}`)
  if (pattern && !pattern.test(value)) {
    throw failsConstraint(name, `Member must satisfy regular expression pattern: ${pattern.source}`)
  }
  return value
}

/** Reads a map of texts; a missing one is empty. The answer has no prototype, so any key is just a key. */
export function textMap(input: Input, name: string): Record<string, string> {
  const value = member(input, name) ?? {}
  if (!isRecord(value)) throw wrongType(name, 'a Map')
  const map: Record<string, string> = Object.create(null)
  for (const [key, entry] of Object.entries(value)) {
    if (typeof entry !== 'string') throw wrongType(`${name}.${key.slice(0, 64)}`, 'a String')
    map[key] = entry
  }
  return map
}

/** Reads a list of attributes; a missing one is empty. */
export function attributeList(input: Input, name: string): Attribute[] {
  const value = member(input, name) ?? []
  if (!Array.isArray(value)) throw wrongType(name, 'a List')
  return value.map((entry) => {
    if (!isRecord(entry)) throw wrongType(name, 'a Structure')
    const attribute = requiredText(entry, 'Name', { max: 32 })
    const content = member(entry, 'Value') ?? ''
    if (typeof content !== 'string') throw wrongType('Value', 'a String')
    return { Name: attribute, Value: content }
  })
}

function member(input: Input, name: string): unknown {
  return Object.hasOwn(input, name) ? input[name] : undefined
}

function isRecord(value: unknown): value is Input {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function wrongType(name: string, wanted: string): WireError {
  return new WireError('SerializationException', `The value of '${name}' can not be converted to ${wanted}`)
}

function failsConstraint(name: string, constraint: string, subject = 'Value'): WireError {
  const place = name.charAt(0).toLowerCase() + name.slice(1)
  const detail = `${subject} at '${place}' failed to satisfy constraint: ${constraint}`
  return new WireError('InvalidParameterException', `1 validation error detected: ${detail}`)
}
