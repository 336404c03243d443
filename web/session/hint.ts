const KEY = 'mayfly-signed-in'

/**
 * Notes whether somebody signed in here. It is no secret and opens nothing: with it, anonymous visitors
 * need not ask for a session, and the front page can lead on to the home feed.
 */
export function rememberSignedIn(isSignedIn: boolean): void {
  try {
    if (isSignedIn) localStorage.setItem(KEY, '1')
    else localStorage.removeItem(KEY)
  } catch {
    // Storage is switched off; the next visit asks for a sign-in.
  }
}

export function mayBeSignedIn(): boolean {
  try {
    return localStorage.getItem(KEY) === '1'
  } catch {
    return false
  }
}
