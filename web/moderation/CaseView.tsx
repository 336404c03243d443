import type { CaseFile } from '@mayfly/contract/moderation'
import { reportReasons } from '@mayfly/contract/reports'
import { Link } from '@tanstack/react-router'
import { ExternalLink } from 'lucide-react'
import { pastMoment } from '../clock/moment.ts'
import { serverNow } from '../clock/server-clock.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { ActionList } from './ActionList.tsx'
import { addressOf } from './case-address.ts'
import { HeldContent } from './HeldContent.tsx'
import { suspensionWords } from './words.ts'

const states = { open: undefined, dismissed: 'This case was dismissed.', acted: 'This case was acted upon.' }

/** All that there is to decide a case by. */
export function CaseView({ file }: { file: CaseFile }) {
  const { state, reports, actions } = file
  return (
    <article className="case" aria-label="The case">
      {states[state] && <p className="case-state">{states[state]}</p>}
      <WhoseCase file={file} />
      <HeldContent file={file} />
      <section>
        <h2 className="case-heading">
          {file.reportCount === 1 ? 'One report' : `${file.reportCount} reports`}
        </h2>
        <ul className="grid gap-2">
          {reports.map(({ id, reason, words, createdAt }) => (
            <li key={id} className="said">
              <p className="said-facts">
                <b>{reportReasons[reason]}</b>
                <time dateTime={createdAt}>{pastMoment(Date.parse(createdAt), serverNow())}</time>
              </p>
              {words !== '' && (
                <p dir="auto" className="wrap-anywhere">
                  {words}
                </p>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2 className="case-heading">What was done before</h2>
        {actions.length === 0 ? (
          <p className="text-ink2">Nothing, in this case or about this person.</p>
        ) : (
          <ActionList actions={actions} label="What was done before" />
        )}
      </section>
    </article>
  )
}

function WhoseCase({ file }: { file: CaseFile }) {
  const { person, suspension } = file
  const address = addressOf(file)
  if (person === null) return <p className="text-ink2">Whoever this is about has left.</p>
  return (
    <div className="case-person">
      <Avatar person={person} size={44} />
      <div className="min-w-0 flex-1">
        <p className="truncate font-semibold" dir="auto">
          {person.displayName}
        </p>
        <p className="truncate text-sm text-ink2">
          <Link to="/mod/users/$handle" params={{ handle: person.handle }} className="link">
            @{person.handle}
          </Link>
          {suspension && <span> · {suspensionWords(suspension)}</span>}
        </p>
      </div>
      {address && (
        <a href={address} target="_blank" rel="noopener" className="btn ghost sm" aria-keyshortcuts="o">
          <ExternalLink size={16} aria-hidden="true" />
          Open<span className="sr-only"> in a new tab</span>
        </a>
      )}
    </div>
  )
}
