const HOUR_MILLISECONDS = 60 * 60 * 1000
const DAY_MILLISECONDS = 24 * HOUR_MILLISECONDS

/** Where an export is in the processed bucket. The CDN serves nothing under this name. */
export const exportKey = (personId: string, id: string) => `exports/${personId}/${id}.zip`

/**
 * The time at which an export is read, so to speak: what ends within the hour is not in it. Else a post with a minute
 * left would take the whole file along.
 */
export const exportHorizon = (now: Date) => new Date(now.getTime() + HOUR_MILLISECONDS)

/** When an export is gone: with the first thing in it that ends, and after a day in any case. */
export function exportEnd(readyAt: Date, firstEnd: Date | undefined): Date {
  const inADay = new Date(readyAt.getTime() + DAY_MILLISECONDS)
  return firstEnd !== undefined && firstEnd < inADay ? firstEnd : inADay
}

/** From when on somebody may ask again. */
export const nextExportAt = (askedAt: Date) => new Date(askedAt.getTime() + DAY_MILLISECONDS)
