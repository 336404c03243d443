import { LiveEvent } from '@mayfly/contract/live'

/** What a message of the server says; undefined when it is broken, or of a kind that only a newer page knows. */
export function eventIn(data: unknown): LiveEvent | undefined {
  if (typeof data !== 'string') return undefined
  try {
    return LiveEvent.safeParse(JSON.parse(data)).data
  } catch {
    return undefined
  }
}

/** The message that some may have been missed. */
export const catchUp: string = JSON.stringify({ type: 'catch-up' } satisfies LiveEvent)
