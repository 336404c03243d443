import type { Action } from '@mayfly/contract/moderation'
import { reportReasons } from '@mayfly/contract/reports'
import { Link } from '@tanstack/react-router'
import { fullMoment } from '../clock/moment.ts'
import { rich } from '../language/rich.tsx'
import { t } from '../language/words.ts'
import { undo } from './undo.ts'
import { deeds, undoWords } from './words.ts'

/** Lines of the log. What still stands can be taken back. */
export function ActionList({ actions, label }: { actions: readonly Action[]; label: string }) {
  return (
    <ul aria-label={label} className="actions">
      {actions.map((action) => (
        <li key={action.id} className="action">
          <ActionLine action={action} />
        </li>
      ))}
    </ul>
  )
}

function ActionLine({ action }: { action: Action }) {
  const { kind, days, moderator, person, about, reason, caseId, createdAt, undoneAt } = action
  const canUndo = kind !== 'undo' && undoneAt === null
  return (
    <>
      <p className="min-w-0 flex-1">
        {rich(deeds[kind], {
          moderator: <b>{moderator ? <bdi>@{moderator.handle}</bdi> : t('Somebody who left')}</b>,
          about,
          days: days ?? 0,
          case: (words) => (
            <Link to="/mod/reports/$caseId" params={{ caseId }} className="link">
              {words}
            </Link>
          ),
          person: person ? (
            <Link to="/mod/users/$handle" params={{ handle: person.handle }} className="link">
              <bdi>@{person.handle}</bdi>
            </Link>
          ) : (
            t('somebody who left')
          ),
        })}
        <span className="action-facts">
          <span>{t(reportReasons[reason])}</span>
          <time dateTime={createdAt}>{fullMoment(Date.parse(createdAt))}</time>
          {undoneAt && <span>{t('taken back {moment}', { moment: fullMoment(Date.parse(undoneAt)) })}</span>}
        </span>
      </p>
      {canUndo && (
        <button
          type="button"
          className="btn ghost sm"
          aria-label={undoWords(action)}
          onClick={() => void undo(action)}
        >
          {t('Undo')}
        </button>
      )}
    </>
  )
}
