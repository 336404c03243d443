import * as z from 'zod/mini'

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const encoder = new TextEncoder()

/** How many characters a reader sees: a family emoji is one. */
export function countGraphemes(text: string): number {
  let count = 0
  for (const _ of segmenter.segment(text)) count += 1
  return count
}

export function countBytes(text: string): number {
  return encoder.encode(text).length
}

/** White space, joiners, fillers, controls: text of these alone would stand there as a hole. */
const NOTHING_TO_SEE = /^[\s\p{Default_Ignorable_Code_Point}\p{Cc}\u2800]*$/u

interface TextLimit {
  /** How the text is called in sentences: "A post", "A bio". */
  what: string
  graphemes: number
  bytes?: number
  mayBeEmpty?: boolean
}

/** Whether a reader would see nothing of this text. */
export const isNothingToSee = (text: string) => NOTHING_TO_SEE.test(text)

/** The sentence that says why this text is refused, or undefined when it is fine. */
export function problemWithText(text: string, { what, graphemes, bytes, mayBeEmpty }: TextLimit) {
  if (!mayBeEmpty && isNothingToSee(text)) return `${what} can't be empty.`
  if (/[\0\uD800-\uDFFF]/u.test(text)) return `${what} has a character that can't be stored.`
  const count = countGraphemes(text)
  if (count > graphemes) return `${what} has at most ${graphemes} characters; this one has ${count}.`
  if (bytes !== undefined && countBytes(text) > bytes)
    return `${what} has at most ${bytes} bytes; this one has ${countBytes(text)}. Emoji with many parts take more.`
  return undefined
}

/** Text as people type it: normalised to NFC, trimmed, counted in graphemes. */
export function text(limit: TextLimit) {
  return z.string(`${limit.what} is text.`).check(
    z.normalize('NFC'),
    z.trim(),
    z.check<string>((context) => {
      const problem = problemWithText(context.value, limit)
      if (problem) context.issues.push({ code: 'custom', message: problem, input: context.value })
    }),
  )
}
