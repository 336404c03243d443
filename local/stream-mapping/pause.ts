import { setTimeout as wait } from 'node:timers/promises'
import type { MappingSettings } from './settings.ts'

/** Waits, but no longer than until one of the signals comes. */
export async function pause(milliseconds: number, ...signals: AbortSignal[]): Promise<void> {
  await wait(milliseconds, undefined, { signal: AbortSignal.any(signals) }).catch(() => {})
}

/** The pause after so many failures in a row. */
export function backoff(
  failures: number,
  { firstRetryMilliseconds: first, longestRetryMilliseconds: longest }: MappingSettings,
): number {
  return Math.min(longest, first * 2 ** (failures - 1))
}
