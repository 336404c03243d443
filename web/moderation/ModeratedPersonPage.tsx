import './moderation.css'
import type { ModeratedPerson } from '@mayfly/contract/moderation'
import { Link, useParams } from '@tanstack/react-router'
import { monthOf } from '../clock/moment.ts'
import { rich } from '../language/rich.tsx'
import { t } from '../language/words.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { ErrorCard } from '../ui/ErrorCard.tsx'
import { LinkedText } from '../ui/LinkedText.tsx'
import { PagePending } from '../ui/PagePending.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { useRead } from '../use-api.ts'
import { ActionList } from './ActionList.tsx'
import { excerptOf, suspensionWords } from './words.ts'

/** A person as moderators see them: what waits about them, and what was done. */
export function ModeratedPersonPage() {
  const { handle } = useParams({ from: '/shell/mine/moderators/mod/users/$handle' })
  const { data, error, refetch } = useRead('showModeratedPerson', { handle }, { staleTime: 0 })
  return (
    <>
      <TopBar title={`@${handle}`} hasBack above="/mod" />
      {data && <Known {...data} />}
      {data === undefined &&
        (error ? <ErrorCard error={error} retry={() => void refetch()} /> : <PagePending />)}
    </>
  )
}

function Known({ person, suspension, cases, actions }: ModeratedPerson) {
  return (
    <div className="case">
      {suspension && <p className="case-state">{suspensionWords(suspension)}.</p>}
      <div className="case-person">
        <Avatar person={person} size={64} />
        <div className="min-w-0 flex-1">
          <p className="w-fit text-lg font-semibold wrap-anywhere" dir="auto">
            {person.displayName}
          </p>
          <p className="text-sm text-ink2">
            {rich('{handle} · here since {month} · {count} burning now', {
              handle: <bdi>@{person.handle}</bdi>,
              month: monthOf(Date.parse(person.createdAt)),
              count: person.postCount,
            })}
          </p>
        </div>
        {suspension === null && (
          <Link to="/@{$handle}" params={{ handle: person.handle }} className="btn ghost sm">
            {t('Profile')}
          </Link>
        )}
      </div>
      {person.bio !== '' && <LinkedText text={person.bio} />}
      <section>
        <h2 className="case-heading">{t('Cases that wait')}</h2>
        {cases.length === 0 ? (
          <p className="text-ink2">{t('None.||cases')}</p>
        ) : (
          <ul className="grid gap-2">
            {cases.map((item) => (
              <li key={item.id}>
                <Link
                  to="/mod/reports/$caseId"
                  params={{ caseId: item.id }}
                  className="link block truncate"
                  dir="auto"
                >
                  {excerptOf(item)}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h2 className="case-heading">{t('What was done in the last year')}</h2>
        {actions.length === 0 ? (
          <p className="text-ink2">{t('Nothing.')}</p>
        ) : (
          <ActionList actions={actions} label={t('What was done')} />
        )}
      </section>
    </div>
  )
}
