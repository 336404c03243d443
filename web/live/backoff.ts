const FIRST_MS = 2_000
const LONGEST_MS = 60_000
const GROWTH = 3

/** After so many failures in a row only the longest wait is left. */
export const MANY_FAILURES = 4

/**
 * How long to wait before connecting again, in ms: about three times longer with each failure in a row, up to a minute.
 * Half of it is left to chance, or all readers would come back at the same moment after a deployment.
 * @param random from 0 to 1
 */
export function waitBefore(failures: number, random: number): number {
  const longest = Math.min(LONGEST_MS, FIRST_MS * GROWTH ** failures)
  return longest * (0.5 + random / 2)
}
