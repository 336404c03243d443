export type RefusalCode =
  | 'invalid'
  | 'signed-out'
  | 'forbidden'
  | 'not-found'
  | 'gone'
  | 'conflict'
  | 'too-many'
  | 'unavailable'

/** What is wrong with each field, by its name; the empty name is the input as a whole. */
export type Fields = Record<string, string>

/** An expected "no", with a sentence for a person. Anything else that is thrown is a bug. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: RefusalCode
  readonly fields: Fields

  constructor(code: RefusalCode, message: string, fields: Fields = {}) {
    super(message)
    this.code = code
    this.fields = fields
  }
}
