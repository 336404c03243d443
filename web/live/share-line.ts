import { catchUp } from './event-in.ts'

export interface SharedLine {
  /** Tabs with the same name share one line. */
  name: string
  /** Hears what the line says, in this tab. */
  hear: (data: unknown) => void
  /** Keeps the line, and says what comes over it to all tabs, until the signal. */
  keep: (say: (data: string) => void) => Promise<void>
  signal: AbortSignal
}

/**
 * One line for all tabs of a browser: one keeps it, all hear, and when that one closes, the next takes over.
 * Ends with the signal, and throws then if its turn had not come.
 */
export async function shareLine({ name, hear, keep, signal }: SharedLine): Promise<void> {
  // Browsers have locks on secure origins alone.
  if (!('locks' in navigator)) return keep(hear)
  const channel = new BroadcastChannel(name)
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => hear(data))
  signal.addEventListener('abort', () => channel.close(), { once: true })

  const keepForAll = () =>
    keep((data) => {
      if (signal.aborted) return
      channel.postMessage(data)
      hear(data)
    })

  const isMine = await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) await keepForAll()
    return lock !== null
  })
  if (isMine) return
  // The line was there before this tab: it missed what was said since its first reads.
  hear(catchUp)
  await navigator.locks.request(name, { signal }, keepForAll)
}
