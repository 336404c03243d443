import { onSessionChange, sessionView } from './session/state.ts'
import { queryClient } from './use-api.ts'

/** Whoever signs in sees nothing that was read for somebody else, or for nobody. */
export function forgetReadsOfOthers(): void {
  let hasBegun = false
  let reader: string | undefined
  onSessionChange(() => {
    const { state, me } = sessionView()
    if (state === 'starting') return
    // Reads wait for the session to begin: the first ones are this reader's own.
    const isFirst = !hasBegun
    const isSomebodyElse = me !== undefined && me.id !== reader
    hasBegun = true
    reader = me?.id ?? reader
    if (isFirst || !isSomebodyElse) return
    queryClient.removeQueries({ type: 'inactive' })
    void queryClient.resetQueries()
  })
}
