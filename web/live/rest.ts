const LONG_HIDDEN_MS = 60_000

/**
 * Makes a pause of so many milliseconds, and for as long as there is no line. It ends early when the line comes back,
 * when the page is looked at again after more than a minute, and with the signal.
 */
export function openRest(signal: AbortSignal): (milliseconds: number) => Promise<void> {
  let hiddenAt = document.hidden ? Date.now() : undefined
  let wake = () => {}
  signal.addEventListener('abort', () => wake(), { once: true })
  addEventListener('online', () => wake(), { signal })
  document.addEventListener(
    'visibilitychange',
    () => {
      const wasHiddenLong = hiddenAt !== undefined && Date.now() - hiddenAt > LONG_HIDDEN_MS
      hiddenAt = document.hidden ? Date.now() : undefined
      if (wasHiddenLong && navigator.onLine) wake()
    },
    { signal },
  )

  return async (milliseconds) => {
    if (signal.aborted) return
    const { promise, resolve } = Promise.withResolvers<void>()
    wake = resolve
    const timer = setTimeout(() => {
      if (navigator.onLine) resolve()
    }, milliseconds)
    await promise
    clearTimeout(timer)
  }
}
