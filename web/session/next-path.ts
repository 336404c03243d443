const DEFAULT = '/home'

/** The way back after a sign-in: only a path of this site, and never a page of the sign-in itself. */
export function safeNextPath(next: unknown): string {
  if (typeof next !== 'string' || !next.startsWith('/')) return DEFAULT
  const base = 'https://mayfly.invalid'
  if (!URL.canParse(next, base)) return DEFAULT
  const url = new URL(next, base)
  if (url.origin !== base) return DEFAULT
  const isSignInPage = /^\/(signin|signup|confirm|forgot|reset|goodbye|restore)?\/?$/.test(url.pathname)
  return isSignInPage ? DEFAULT : url.pathname + url.search + url.hash
}

/** Where a newcomer goes first; from there on to where they wanted to be. */
export const welcomePath = (next: string | undefined) =>
  next === undefined || next === DEFAULT ? '/welcome' : `/welcome?next=${encodeURIComponent(next)}`
