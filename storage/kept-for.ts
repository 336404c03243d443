/**
 * Reads once for all who ask, and keeps the answer for so many milliseconds on the clock of those who ask. Whoever
 * comes while it is read waits for the same read. A failure is not kept.
 */
export function keptFor<Value>(milliseconds: number, read: (now: Date) => Promise<Value>) {
  let kept: { at: number; value: Promise<Value> } | undefined
  return (now: Date): Promise<Value> => {
    const age = now.getTime() - (kept?.at ?? Number.NEGATIVE_INFINITY)
    if (kept !== undefined && age >= 0 && age < milliseconds) return kept.value
    const mine = { at: now.getTime(), value: read(now) }
    kept = mine
    mine.value.catch(() => {
      if (kept === mine) kept = undefined
    })
    return mine.value
  }
}
