/** Whether this browser meets something for the first time, such as a note that is worth saying once. */
export function isFirstTime(what: 'bookmark'): boolean {
  const key = `mayfly-met-${what}`
  try {
    if (localStorage.getItem(key) !== null) return false
    localStorage.setItem(key, '1')
    return true
  } catch {
    // Storage is switched off: it is better not said than said each time.
    return false
  }
}
