/** An answer takes less than this on its way, so a larger difference means that the device's clock was set. */
const LONGEST_WAY_MILLISECONDS = 30_000
const NOTABLE_MILLISECONDS = 1_000

let offset: number | undefined
const listeners = new Set<() => void>()

/** The server's time, in ms since 1970, as far as its answers have told; the device's own until the first. */
export function serverNow(): number {
  return Date.now() + (offset ?? 0)
}

/**
 * Learns the server's time from the `Date` header of an answer.
 * @param receivedAt the device's time when the answer came, in ms since 1970
 */
export function noteServerDate(date: string | null, receivedAt: number): void {
  const told = Date.parse(date ?? '') - receivedAt
  if (Number.isNaN(told)) return
  const before = offset ?? 0
  offset = tighterOffset(offset, told)
  if (Math.abs(offset - before) <= NOTABLE_MILLISECONDS) return
  for (const listener of listeners) listener()
}

/** Calls the listener whenever the server's time turns out to be more than a second off. */
export function onClockCorrected(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * A `Date` is older than the moment it arrives, by its whole way and by the part of the second that it leaves out.
 * So each sample is at most the true offset, and the largest is the one that came fastest.
 */
export function tighterOffset(known: number | undefined, told: number): number {
  if (known === undefined || told > known) return told
  return known - told > LONGEST_WAY_MILLISECONDS ? told : known
}
