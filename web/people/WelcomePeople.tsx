import { rich } from '../language/rich.tsx'
import { t } from '../language/words.ts'
import { useSession } from '../session/use-session.ts'
import { ErrorCard } from '../ui/ErrorCard.tsx'
import { PersonSkeletons } from './PersonSkeletons.tsx'
import { SuggestedPeople } from './SuggestedPeople.tsx'
import { useSuggestions } from './use-suggestions.ts'

const SHOWN = 6
const ENOUGH = 3

/** The first step: a home feed lives of the people whom one follows. */
export function WelcomePeople({ goOn }: { goOn: () => void }) {
  const { me } = useSession()
  const { people, isError, error, retry } = useSuggestions()
  const followed = people?.filter(({ isFollowed }) => isFollowed).length ?? 0
  return (
    <>
      <p className="text-sm text-ink2">{t('{n} of {total}', { n: 1, total: 2 })}</p>
      <h1 tabIndex={-1} className="text-2xl font-bold">
        {me ? rich('Welcome, {name}', { name: <bdi>{me.displayName}</bdi> }) : t('Welcome')}
      </h1>
      <p className="mt-1 text-ink2">
        {people?.length === 0
          ? t('You are among the first here. Whom you follow later fills your home.')
          : t('Your home shows what the people write whom you follow. Three are a good beginning.')}
      </p>
      <div className="-mx-4 mt-3">
        {isError && <ErrorCard error={error} retry={retry} />}
        {people === undefined && !isError && <PersonSkeletons count={ENOUGH} />}
        {people && <SuggestedPeople people={people.slice(0, SHOWN)} label={t('People to follow')} />}
      </div>
      <p className="mt-5 flex flex-wrap items-center justify-between gap-3">
        <span role="status" className="text-sm text-ink2">
          {followed > 0 && howMany(followed)}
        </span>
        <button type="button" className={followed >= ENOUGH ? 'btn' : 'btn ghost'} onClick={goOn}>
          {followed > 0 || people?.length === 0 ? t('Go on') : t('Skip')}
        </button>
      </p>
    </>
  )
}

const howMany = (n: number) =>
  n < ENOUGH ? t('You follow {n} of {total}', { n, total: ENOUGH }) : t('You follow {n}', { n })
