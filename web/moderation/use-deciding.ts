import type { Action, Case, DecisionKind } from '@mayfly/contract/moderation'
import type { ReportReason } from '@mayfly/contract/reports'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { api } from '../api.ts'
import { t } from '../language/words.ts'
import { sentenceFor } from '../ui/sentence-for.ts'
import { toast } from '../ui/toast-store.ts'
import { leaveQueue, refreshModeration } from './queue.ts'
import { noteDecision, takeLast, UNDO_MILLISECONDS, undo } from './undo.ts'
import { decisions } from './words.ts'

interface Deciding {
  kind: DecisionKind
  reason: ReportReason
  days?: 1 | 3 | 7 | 30 | null
}

/** Leads to a case, or to the queue without one. */
export function useGoToCase() {
  const navigate = useNavigate()
  return useCallback(
    (id: string | undefined) =>
      id === undefined
        ? void navigate({ to: '/mod', replace: true })
        : void navigate({ to: '/mod/reports/$caseId', params: { caseId: id }, replace: true }),
    [navigate],
  )
}

/** Decides and goes on to the next case, or takes back what was decided. What fails comes back, in words. */
export function useDeciding() {
  const goTo = useGoToCase()
  return useMemo(() => {
    const takeBack = async (action: Action | undefined) => {
      if (action && (await undo(action))) goTo(action.caseId)
    }
    const send = async ({ id }: Case, { kind, reason, days = null }: Deciding) => {
      try {
        const action = await api.decideCase({ id, kind, reason, days })
        toast(t(decisions[kind].done), {
          action: { label: t('Undo'), run: () => void takeBack(action) },
          lastsMs: UNDO_MILLISECONDS,
        })
        return action
      } catch (error) {
        toast(t('Not decided. {problem}', { problem: sentenceFor(error) }))
        goTo(id)
        return undefined
      } finally {
        refreshModeration()
      }
    }
    return {
      decide: (item: Case, next: string | undefined, deciding: Deciding) => {
        if (deciding.kind !== 'escalate') {
          leaveQueue(item.id)
          goTo(next)
        }
        noteDecision(send(item, deciding))
      },
      takeLastBack: () => void takeLast()?.then(takeBack),
    }
  }, [goTo])
}
