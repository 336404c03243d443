import type { LiveEvent } from '@mayfly/contract/live'
import { useEffect, useEffectEvent } from 'react'
import { onLive } from './live.ts'

/** Calls back at each live event for as long as the component is shown; always the latest of its listeners. */
export function useLive(listener: (event: LiveEvent) => void): void {
  const hear = useEffectEvent(listener)
  useEffect(() => onLive((event) => hear(event)), [])
}
