import { del, get, set } from 'idb-keyval'
import { useCallback, useEffect, useRef, useState } from 'react'

const PAUSE_MILLISECONDS = 400

type Keeping = 'nothing' | 'soon' | 'kept' | 'failed'

interface Given<Draft> {
  /** The name under which this device keeps it. */
  key: string
  empty: Draft
  /** What is kept may be from an older version of this page: undefined when it makes no sense. */
  draftIn: (kept: unknown) => Draft | undefined
  /** Others are not kept. */
  isWorthKeeping: (draft: Draft) => boolean
}

/** A draft that keeps itself on this device while it is written, and is there again the next time. */
export function useKept<Draft>({ key, empty, draftIn, isWorthKeeping }: Given<Draft>) {
  const [draft, setDraft] = useState(empty)
  const [keeping, setKeeping] = useState<Keeping>('nothing')
  const [isRead, setIsRead] = useState(false)
  // Two parts may change before the next render.
  const current = useRef(draft)
  const show = useCallback((next: Draft) => {
    current.current = next
    setDraft(next)
  }, [])
  // What still has to be kept; outlives the last render, so that closing loses nothing.
  const pending = useRef<Draft>(undefined)

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const keepNow = useCallback(async () => {
    const latest = pending.current
    if (latest === undefined) return
    pending.current = undefined
    clearTimeout(timer.current)
    try {
      await (isWorthKeeping(latest) ? set(key, latest) : del(key))
      setKeeping(isWorthKeeping(latest) ? 'kept' : 'nothing')
    } catch {
      setKeeping('failed')
    }
  }, [key, isWorthKeeping])

  useEffect(() => {
    get(key)
      .then((kept) => {
        const known = draftIn(kept)
        if (known === undefined || pending.current !== undefined) return
        show(known)
        setKeeping('kept')
      })
      .catch(() => setKeeping('failed'))
      .finally(() => setIsRead(true))
    const keepBeforeLeaving = () => void keepNow()
    addEventListener('pagehide', keepBeforeLeaving)
    return () => {
      removeEventListener('pagehide', keepBeforeLeaving)
      void keepNow()
    }
  }, [key, draftIn, keepNow, show])

  const change = (part: Partial<Draft>) => {
    const next = { ...current.current, ...part }
    pending.current = next
    show(next)
    setKeeping('soon')
    clearTimeout(timer.current)
    timer.current = setTimeout(keepNow, PAUSE_MILLISECONDS)
  }
  const clear = async () => {
    pending.current = undefined
    show(empty)
    setKeeping('nothing')
    await del(key).catch(() => undefined)
  }
  return { draft, isRead, keeping, change, clear }
}
