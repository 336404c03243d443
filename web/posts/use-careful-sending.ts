import { useEffect, useRef, useState } from 'react'
import { isBusy, missingAlt, stuckIn, type TrayPhoto } from '../pictures/tray-photos.ts'
import { preference } from '../ui/preferences.ts'

/** Sends when the photos are ready, and asks before about those that have no description. */
export function useCarefulSending(photos: readonly TrayPhoto[], send: () => void) {
  const [phase, setPhase] = useState<'idle' | 'asking' | 'waiting'>('idle')
  const latest = useRef(send)
  const missing = missingAlt(photos)
  const isOnTheWay = isBusy(photos)
  const isStuck = stuckIn(photos).length > 0

  useEffect(() => {
    latest.current = send
  })
  useEffect(() => {
    if (phase !== 'waiting' || isOnTheWay) return
    setPhase('idle')
    if (!isStuck) latest.current()
  }, [phase, isOnTheWay, isStuck])

  return {
    isAsking: phase === 'asking' && missing > 0,
    isWaiting: phase === 'waiting',
    begin: () => setPhase(missing > 0 && preference('describe') === 'on' ? 'asking' : 'waiting'),
    goOn: () => setPhase('waiting'),
    stop: () => setPhase('idle'),
  }
}
