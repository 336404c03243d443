import { DEFAULT_LIFETIME, Lifetime } from '@mayfly/contract/lifetimes'

const KEY = 'usual-lifetime'

/** How long one's posts live in this browser when nothing else is chosen. */
export function usualLifetime(): Lifetime {
  const kept = Lifetime.safeParse(chosen ?? stored())
  return kept.success ? kept.data : DEFAULT_LIFETIME
}

export function setUsualLifetime(lifetime: Lifetime): void {
  chosen = lifetime
  try {
    localStorage.setItem(KEY, lifetime)
  } catch {
    // Storage is switched off: the choice lasts as long as this page.
  }
}

// What was chosen on this page counts, even where the browser keeps nothing.
let chosen: Lifetime | undefined

function stored(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}
