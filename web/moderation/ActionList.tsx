import type { Action } from '@mayfly/contract/moderation'
import { reportReasons } from '@mayfly/contract/reports'
import { Link } from '@tanstack/react-router'
import { fullMoment } from '../clock/moment.ts'
import { undo } from './undo.ts'
import { deedOf, objects } from './words.ts'

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
  const { kind, moderator, person, about, reason, caseId, createdAt, undoneAt } = action
  const canUndo = kind !== 'undo' && undoneAt === null
  return (
    <>
      <p className="min-w-0 flex-1">
        <b>{moderator ? `@${moderator.handle}` : 'Somebody who left'}</b> {deedOf(action)}{' '}
        <Link to="/mod/reports/$caseId" params={{ caseId }} className="link">
          {objects[about]}
        </Link>{' '}
        of{' '}
        {person ? (
          <Link to="/mod/users/$handle" params={{ handle: person.handle }} className="link">
            @{person.handle}
          </Link>
        ) : (
          'somebody who left'
        )}
        <span className="action-facts">
          <span>{reportReasons[reason]}</span>
          <time dateTime={createdAt}>{fullMoment(Date.parse(createdAt))}</time>
          {undoneAt && <span>taken back {fullMoment(Date.parse(undoneAt))}</span>}
        </span>
      </p>
      {canUndo && (
        <button
          type="button"
          className="btn ghost sm"
          aria-label={`Undo: ${deedOf(action)} ${objects[about]}`}
          onClick={() => void undo(action)}
        >
          Undo
        </button>
      )}
    </>
  )
}
