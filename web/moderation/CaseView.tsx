import type { CaseFile } from '@mayfly/contract/moderation'
import { reportReasons } from '@mayfly/contract/reports'
import { Link } from '@tanstack/react-router'
import { ExternalLink } from 'lucide-react'
import { pastMoment } from '../clock/moment.ts'
import { serverNow } from '../clock/server-clock.ts'
import { rich } from '../language/rich.tsx'
import { type Text, t } from '../language/words.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { ActionList } from './ActionList.tsx'
import { addressOf } from './case-address.ts'
import { HeldContent } from './HeldContent.tsx'
import { suspensionWords } from './words.ts'

const states: Record<CaseFile['state'], Text | undefined> = {
  open: undefined,
  dismissed: 'This case was dismissed.',
  acted: 'This case was acted upon.',
}

/** All that there is to decide a case by. */
export function CaseView({ file }: { file: CaseFile }) {
  const { state, reports, reportCount, actions } = file
  const stateWords = states[state]
  return (
    <article className="case" aria-label={t('The case')}>
      {stateWords && <p className="case-state">{t(stateWords)}</p>}
      <WhoseCase file={file} />
      <HeldContent file={file} />
      <section>
        <h2 className="case-heading">
          {t('{reportCount, plural, =1 {One report} other {# reports}}', { reportCount })}
        </h2>
        <ul className="grid gap-2">
          {reports.map(({ id, reason, words, createdAt }) => (
            <li key={id} className="said">
              <p className="said-facts">
                <b>{t(reportReasons[reason])}</b>
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
        <h2 className="case-heading">{t('What was done before')}</h2>
        {actions.length === 0 ? (
          <p className="text-ink2">{t('Nothing, in this case or about this person.')}</p>
        ) : (
          <ActionList actions={actions} label={t('What was done before')} />
        )}
      </section>
    </article>
  )
}

function WhoseCase({ file }: { file: CaseFile }) {
  const { person, suspension } = file
  const address = addressOf(file)
  if (person === null) return <p className="text-ink2">{t('Whoever this is about has left.')}</p>
  return (
    <div className="case-person">
      <Avatar person={person} size={44} />
      <div className="min-w-0 flex-1">
        <p className="truncate font-semibold" dir="auto">
          {person.displayName}
        </p>
        <p className="truncate text-sm text-ink2">
          <Link to="/mod/users/$handle" params={{ handle: person.handle }} className="link">
            <bdi>@{person.handle}</bdi>
          </Link>
          {suspension && <span> · {suspensionWords(suspension)}</span>}
        </p>
      </div>
      {address && (
        <a href={address} target="_blank" rel="noopener" className="btn ghost sm" aria-keyshortcuts="o">
          <ExternalLink size={16} aria-hidden="true" />
          {rich('Open<hidden> in a new tab</hidden>', {
            hidden: (words) => <span className="sr-only">{words}</span>,
          })}
        </a>
      )}
    </div>
  )
}
