import { setTimeout as wait } from 'node:timers/promises'

/** Serves one id. Answers with the milliseconds after which to try it again, or nothing when it is done with. */
export type Serve = (id: number) => Promise<number | undefined>

export type Lines = ReturnType<typeof openLines>

/** Serves ids one after another within each line, and so many lines at the same time. */
export function openLines(concurrency: number, serve: Serve) {
  const lines = new Map<string, number[]>()
  const ready: string[] = []
  const running = new Set<Promise<void>>()
  const pauses = new Set<NodeJS.Timeout>()
  let isStopped = false

  function goOn(): void {
    while (!isStopped && running.size < concurrency) {
      const line = ready.shift()
      if (line === undefined) return
      const turn = serveFirst(line).then(() => {
        running.delete(turn)
        goOn()
      })
      running.add(turn)
    }
  }

  async function serveFirst(line: string): Promise<void> {
    const ids = lines.get(line) as number[]
    const pause = await serve(ids[0] as number)
    if (pause === undefined) ids.shift()
    if (ids.length === 0) lines.delete(line)
    else if (pause === undefined) ready.push(line)
    else resumeAfter(line, pause)
  }

  function resumeAfter(line: string, milliseconds: number): void {
    if (isStopped) return
    const pause = setTimeout(() => {
      pauses.delete(pause)
      ready.push(line)
      goOn()
    }, milliseconds)
    pauses.add(pause)
  }

  return {
    add: (line: string, id: number): void => {
      const ids = lines.get(line)
      ids?.push(id)
      if (ids) return
      lines.set(line, [id])
      ready.push(line)
      goOn()
    },

    /** Serves nothing more, and waits so long for what is being served. */
    stop: async (patienceMilliseconds: number): Promise<void> => {
      isStopped = true
      for (const pause of pauses) clearTimeout(pause)
      const patience = new AbortController()
      const end = wait(patienceMilliseconds, undefined, { signal: patience.signal }).catch(() => {})
      await Promise.race([Promise.all(running), end])
      patience.abort()
    },
  }
}
