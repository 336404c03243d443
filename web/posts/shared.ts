/** What another app hands over, as the manifest's `share_target` names it. */
export interface Shared {
  title?: string
  text?: string
  url?: string
}

/** Nobody types as much, and only the beginning of it could be posted. */
const LONGEST = 5_000

/** What is handed over in an address, and nothing else that stands there. */
export function sharedIn(search: Record<string, unknown>): Shared {
  const parts = (['title', 'text', 'url'] as const).flatMap((name) => {
    const value = search[name]
    const words = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
    return words === '' ? [] : [[name, words.slice(0, LONGEST)]]
  })
  return Object.fromEntries(parts)
}
