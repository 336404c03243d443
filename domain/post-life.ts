/**
 * When half of all had come, as a part of the whole life from 0 to 1; undefined when nothing has.
 * @param parts how much came in each of equal parts of the life
 */
export function halfLife(parts: readonly number[]): number | undefined {
  const half = sumOf(parts) / 2
  if (half === 0) return undefined
  let sum = 0
  for (const [index, part] of parts.entries()) {
    // As if what came in a part had come evenly.
    if (sum + part >= half) return (index + (half - sum) / part) / parts.length
    sum += part
  }
  return 1
}

/** How much had come by the end of each part, of all that has come: from 0 to 1. */
export function shareSoFar(parts: readonly number[]): number[] {
  const all = sumOf(parts)
  let sum = 0
  return parts.map((part) => {
    sum += part
    return all === 0 ? 0 : sum / all
  })
}

const sumOf = (parts: readonly number[]) => parts.reduce((sum, part) => sum + part, 0)
