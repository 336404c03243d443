import { useEffect } from 'react'
import { t } from '../language/words.ts'
import { onLive } from '../live/live.ts'
import { ErrorCard } from '../ui/ErrorCard.tsx'
import { queryClient, readKey, useRead } from '../use-api.ts'
import { PlaceRow } from './PlaceRow.tsx'
import { SettingsBody } from './SettingsBody.tsx'
import { SignOutEverywhere } from './SignOutEverywhere.tsx'

/** Where one is signed in, and the ways out. */
export function SessionsPage() {
  const { data, error, refetch } = useRead('listSessions', {}, { staleTime: 0 })
  useEffect(() => onLive(({ type }) => void (type === 'session-ended' && forgetList())), [])
  return (
    <SettingsBody
      note={t('A place that you do not know may be somebody else. Sign it out, then set a new password.')}
    >
      {error && !data ? <ErrorCard error={error} retry={() => void refetch()} /> : null}
      {!(data || error) && <PlaceSkeletons />}
      {data && (
        <ul className="card grid grid-cols-1 divide-y divide-line">
          {data.items.map((place) => (
            <PlaceRow key={place.id} place={place} />
          ))}
        </ul>
      )}
      <SignOutEverywhere />
    </SettingsBody>
  )
}

const forgetList = () => queryClient.invalidateQueries({ queryKey: readKey('listSessions') })

function PlaceSkeletons() {
  return (
    <div role="status" className="late card grid gap-5 p-5">
      <span className="sr-only">{t('Loading where you are signed in')}</span>
      <div aria-hidden="true" className="sk h-10" />
      <div aria-hidden="true" className="sk h-10" />
    </div>
  )
}
