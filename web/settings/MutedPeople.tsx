import type { ListedPerson } from '@mayfly/contract/people'
import { api } from '../api.ts'
import { t } from '../language/words.ts'
import { mute } from '../ties/mute.ts'
import { readKey } from '../use-api.ts'
import { PeopleSection } from './PeopleSection.tsx'

/** Whom one has muted, and the way back. */
export const MutedPeople = () => (
  <PeopleSection
    title={t('Muted people')}
    note={t('Mute somebody in the menu of their profile or of a post.')}
    nobody={t('You have muted nobody.')}
    queryKey={[...readKey('listMuted'), 'mine']}
    read={api.listMuted}
    areSeen
    deed={(person) => <MuteButton person={person} />}
  />
)

/** Whoever is not muted any more stays in the list, so that it can be undone. */
function MuteButton({ person: { handle, isMuted } }: { person: ListedPerson }) {
  const whom = { handle: `@${handle}` }
  return (
    <button
      type="button"
      className="btn ghost sm"
      aria-label={isMuted ? t('Unmute {handle}', whom) : t('Mute {handle}', whom)}
      onClick={() => mute(handle, !isMuted)}
    >
      {isMuted ? t('Unmute') : t('Mute')}
    </button>
  )
}
