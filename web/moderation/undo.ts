import type { Action } from '@mayfly/contract/moderation'
import { api } from '../api.ts'
import { t } from '../language/words.ts'
import { sentenceFor } from '../ui/sentence-for.ts'
import { toast } from '../ui/toast-store.ts'
import { refreshModeration } from './queue.ts'

/** So long a decision is taken back with one key. Later the log does it. */
export const UNDO_MILLISECONDS = 10_000

/** What was decided last, from the moment that it is under way. Else the key would take back the one before. */
let last: Promise<Action | undefined> | undefined

export function noteDecision(decision: Promise<Action | undefined>): void {
  last = decision
  void decision.then(() =>
    setTimeout(() => {
      if (last === decision) last = undefined
    }, UNDO_MILLISECONDS),
  )
}

/** The decision that one key takes back, once; undefined when there is none, or it failed. */
export function takeLast(): Promise<Action | undefined> | undefined {
  const taken = last
  last = undefined
  return taken
}

/** @returns whether it was taken back */
export async function undo(action: Pick<Action, 'id'>): Promise<boolean> {
  try {
    await api.undoAction({ id: action.id })
    toast(t('Taken back.'))
    return true
  } catch (error) {
    toast(t('Not taken back. {problem}', { problem: sentenceFor(error) }))
    return false
  } finally {
    refreshModeration()
  }
}
