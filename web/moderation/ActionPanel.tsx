import type { Case, DecisionKind } from '@mayfly/contract/moderation'
import { type ReportReason, reportReasonNames, reportReasons } from '@mayfly/contract/reports'
import { useId } from 'react'
import { t } from '../language/words.ts'
import { decisions } from './words.ts'

interface Props {
  item: Case
  reason: ReportReason
  choose: (reason: ReportReason) => void
  decide: (kind: DecisionKind) => void
}

/** What can be decided about a case as it is now. */
export function decisionsFor({ kind, state, person, isEscalated }: Case): DecisionKind[] {
  if (state === 'dismissed') return []
  return [
    ...(state === 'open' ? (['dismiss'] as const) : []),
    ...(kind === 'person' ? [] : (['remove'] as const)),
    ...(person ? (['warn', 'suspend'] as const) : []),
    ...(state === 'open' && !isEscalated ? (['escalate'] as const) : []),
  ]
}

/** The reason, and a button for each decision with its key. */
export function ActionPanel({ item, reason, choose, decide }: Props) {
  const id = useId()
  const possible = decisionsFor(item)
  if (possible.length === 0)
    return (
      <div className="action-panel">
        <p className="text-ink2">{t('To decide it anew, take the dismissal back below.')}</p>
      </div>
    )
  return (
    <div role="toolbar" aria-label={t('Decide')} className="action-panel">
      <label htmlFor={id} className="sr-only">
        {t('Reason')}
      </label>
      <select
        id={id}
        className="input action-reason"
        value={reason}
        onChange={(event) => choose(event.target.value as ReportReason)}
      >
        {reportReasonNames.map((name) => (
          <option key={name} value={name}>
            {t(reportReasons[name])}
          </option>
        ))}
      </select>
      {possible.map((kind) => (
        <button
          key={kind}
          type="button"
          className={kind === 'dismiss' || kind === 'escalate' ? 'btn ghost sm' : 'btn danger sm'}
          aria-keyshortcuts={decisions[kind].key}
          onClick={() => decide(kind)}
        >
          {t(decisions[kind].deed)}
          <span aria-hidden="true">
            <kbd>{decisions[kind].key}</kbd>
          </span>
        </button>
      ))}
    </div>
  )
}
