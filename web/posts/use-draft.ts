import { useCallback, useEffect, useRef, useState } from 'react'
import { dropDraft, emptyDraft, isWorthKeeping, keepDraft, readDraft, type SavedDraft } from './drafts.ts'

const PAUSE_MILLISECONDS = 400

type Keeping = 'nothing' | 'soon' | 'kept' | 'failed'

/** A draft that keeps itself on this device while it is written, and is there again the next time. */
export function useDraft(key: string) {
  const [draft, setDraft] = useState(emptyDraft)
  const [keeping, setKeeping] = useState<Keeping>('nothing')
  const [isRead, setIsRead] = useState(false)
  // Two parts may change before the next render.
  const current = useRef(draft)
  const show = useCallback((next: SavedDraft) => {
    current.current = next
    setDraft(next)
  }, [])
  // What still has to be kept; outlives the last render, so that closing loses nothing.
  const pending = useRef<SavedDraft>(undefined)

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const keepNow = useCallback(async () => {
    const latest = pending.current
    if (latest === undefined) return
    pending.current = undefined
    clearTimeout(timer.current)
    try {
      await keepDraft(key, latest)
      setKeeping(isWorthKeeping(latest) ? 'kept' : 'nothing')
    } catch {
      setKeeping('failed')
    }
  }, [key])

  useEffect(() => {
    readDraft(key)
      .then((kept) => {
        if (kept === undefined || pending.current !== undefined) return
        show(kept)
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
  }, [key, keepNow, show])

  const change = (part: Partial<SavedDraft>) => {
    const next = { ...current.current, ...part }
    pending.current = next
    show(next)
    setKeeping('soon')
    clearTimeout(timer.current)
    timer.current = setTimeout(keepNow, PAUSE_MILLISECONDS)
  }
  const clear = async () => {
    pending.current = undefined
    show(emptyDraft)
    setKeeping('nothing')
    await dropDraft(key).catch(() => undefined)
  }
  return { draft, isRead, keeping, change, clear }
}
