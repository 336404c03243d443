import { reservedHandles } from '@mayfly/contract/handles'
import { limits } from '@mayfly/contract/limits'

/**
 * The handles to try for a person, in order: the wanted one, then the same with a number.
 * A wanted handle that breaks the rules (an older client, an import) is mended, so that nobody is lost.
 * @param suffixes random numbers to end on when the small ones are taken
 */
export function* handleCandidates(wanted: string, suffixes: readonly number[] = []): Generator<string> {
  const mended = wanted
    .toLowerCase()
    .replaceAll(/[^a-z0-9_]/g, '')
    .slice(0, limits.handleLongest)
  const isUsable = mended.length >= limits.handleShortest && !reservedHandles.has(mended)
  if (isUsable) yield mended
  const base = mended.length >= limits.handleShortest ? mended : 'mayfly'
  for (let number = 2; number <= 9; number += 1) yield withSuffix(base, number)
  for (const suffix of suffixes) yield withSuffix(base, suffix)
}

function withSuffix(base: string, number: number): string {
  const suffix = String(number)
  return base.slice(0, limits.handleLongest - suffix.length) + suffix
}

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000

/** When a handle that is left at `now` leads to who had it no longer. */
export const formerHandleEnd = (now: Date) =>
  new Date(now.getTime() + limits.formerHandleDays * DAY_MILLISECONDS)
