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
  /** After so many seconds it may be tried again, where that is known. */
  readonly retryAfterSeconds: number | undefined

  constructor(code: RefusalCode, message: string, fields: Fields = {}, retryAfterSeconds?: number) {
    super(message)
    this.code = code
    this.fields = fields
    this.retryAfterSeconds = retryAfterSeconds
  }
}
