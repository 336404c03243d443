import { onSessionChange, sessionView } from './session/state.ts'
import { queryClient } from './use-api.ts'

/** Whoever signs in sees nothing that was read for somebody else, or for nobody. */
export function forgetReadsOfOthers(): void {
  let reader = sessionView().me?.id
  onSessionChange(() => {
    const next = sessionView().me?.id
    if (next === undefined || next === reader) return
    reader = next
    queryClient.removeQueries({ type: 'inactive' })
    void queryClient.resetQueries()
  })
}
