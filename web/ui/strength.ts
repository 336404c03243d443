export type Strength = 0 | 1 | 2 | 3 | 4

const KINDS = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/]

/**
 * A rough measure of how hard a password is to guess, from 0 (nothing typed) to 4.
 * Length counts most; letters that repeat and runs like 1234 count little.
 */
export function strengthOf(password: string): Strength {
  if (password === '') return 0
  const kinds = KINDS.filter((kind) => kind.test(password)).length
  const worth = [...password].filter((character, index, all) => isNew(character, all[index - 1])).length
  const score = worth + 2 * (kinds - 1)
  if (score < 9) return 1
  if (score < 13) return 2
  return score < 18 ? 3 : 4
}

/** Neither the same as the one before nor its neighbour in the alphabet. */
function isNew(character: string, before: string | undefined): boolean {
  if (before === undefined) return true
  return Math.abs((character.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0)) > 1
}
