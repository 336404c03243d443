/** Resolves at once with a line, else when it is back. Rejects when it is no longer wanted. */
export async function untilOnline(signal: AbortSignal): Promise<void> {
  if (navigator.onLine) return
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const stop = () => reject(signal.reason)
  addEventListener('online', () => resolve(), { once: true, signal })
  signal.addEventListener('abort', stop, { once: true })
  await promise.finally(() => signal.removeEventListener('abort', stop))
}

/** Resolves after so many milliseconds. Rejects when it is no longer wanted. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, milliseconds)
  const stop = () => reject(signal.reason)
  signal.addEventListener('abort', stop, { once: true })
  await promise.finally(() => {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
  })
}
