import { DynamoDbError, invalid } from './dynamodb-error.ts'

/** What came over the wire: a JSON object of which nothing is known yet. */
export type Input = Record<string, unknown>

/** DynamoDB allows 32 levels of an item; each is two of JSON, and an expression's values lie a few deeper. */
const mostLevels = 100

/** Reads the body of a call. Throws SerializationException unless it is a JSON object, and not too deep. */
export function parseInput(body: string): Input {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    throw new DynamoDbError('SerializationException', 'The body is not valid JSON.')
  }
  if (!isRecord(value)) throw new DynamoDbError('SerializationException', 'The body must be a JSON object.')
  tidy(value, 0)
  return value
}

/** Takes out members that are null, which the protocol reads as missing, and refuses what would harm the engine. */
function tidy(value: unknown, level: number): void {
  if (Array.isArray(value)) {
    for (const entry of value) tidyEntry(entry, level)
  } else if (isRecord(value)) {
    for (const [name, member] of Object.entries(value)) {
      // In the engine's plain objects this name is no name.
      if (name === '__proto__') throw invalid('The name __proto__ is not supported here.')
      if (member === null) delete value[name]
      else tidyEntry(member, level)
    }
  }
}

function tidyEntry(entry: unknown, level: number): void {
  if (entry === null) throw new DynamoDbError('SerializationException', 'A list may not hold null.')
  if (level > mostLevels) throw invalid('Nesting Levels have exceeded supported limits')
  tidy(entry, level + 1)
}

export function isRecord(value: unknown): value is Input {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Throws ValidationException when an input holds a parameter other than these. */
export function assertOnly(input: Input, known: string[], operation: string): void {
  const unknown = Object.keys(input).find((name) => !known.includes(name))
  if (unknown !== undefined) throw invalid(`The parameter ${unknown} of ${operation} is not supported here.`)
}

/** Reads a text that must be there. */
export function requiredText(input: Input, name: string): string {
  const text = optionalText(input, name)
  if (text !== undefined) return text
  throw invalid(
    `1 validation error detected: Value null at '${firstLower(name)}' failed to satisfy constraint: Member must not be null`,
  )
}

/** Reads a text that may be missing. */
export function optionalText(input: Input, name: string): string | undefined {
  const value = input[name]
  if (value === undefined || typeof value === 'string') return value
  throw new DynamoDbError('SerializationException', `The value of ${name} is not a text.`)
}

/** Reads one of some words, or nothing. */
export function optionalWord<Word extends string>(
  input: Input,
  name: string,
  words: readonly Word[],
): Word | undefined {
  const text = optionalText(input, name)
  if (text === undefined) return undefined
  const word = words.find((each) => each === text)
  if (word !== undefined) return word
  throw invalid(
    `1 validation error detected: Value '${text}' at '${firstLower(name)}' failed to satisfy constraint: Member must satisfy enum value set: [${words.join(', ')}]`,
  )
}

/** Reads a whole number between 1 and `most`, which it is when missing. */
export function limitIn(input: Input, name: string, most: number): number {
  const value = input[name] ?? most
  if (typeof value !== 'number') throw new DynamoDbError('SerializationException', `${name} is not a number.`)
  if (Number.isInteger(value) && value >= 1 && value <= most) return value
  throw invalid(
    `1 validation error detected: Value '${value}' at '${firstLower(name)}' failed to satisfy constraint: Member must have value between 1 and ${most}`,
  )
}

/** Reads a structure that must be there. */
export function requiredRecord(input: Input, name: string): Input {
  const value = input[name]
  if (isRecord(value)) return value
  if (value !== undefined) {
    throw new DynamoDbError('SerializationException', `The value of ${name} is not a structure.`)
  }
  throw invalid(
    `1 validation error detected: Value null at '${firstLower(name)}' failed to satisfy constraint: Member must not be null`,
  )
}

function firstLower(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}
