import type { ListedPerson } from '@mayfly/contract/people'
import { api } from '../api.ts'
import { mute } from '../ties/mute.ts'
import { readKey } from '../use-api.ts'
import { PeopleSection } from './PeopleSection.tsx'

/** Whom one has muted, and the way back. */
export const MutedPeople = () => (
  <PeopleSection
    title="Muted people"
    note="Mute somebody in the menu of their profile or of a post."
    nobody="You have muted nobody."
    queryKey={[...readKey('listMuted'), 'mine']}
    read={api.listMuted}
    areSeen
    deed={(person) => <MuteButton person={person} />}
  />
)

/** Whoever is not muted any more stays in the list, so that it can be undone. */
function MuteButton({ person: { handle, isMuted } }: { person: ListedPerson }) {
  const deed = isMuted ? 'Unmute' : 'Mute'
  return (
    <button
      type="button"
      className="btn ghost sm"
      aria-label={`${deed} @${handle}`}
      onClick={() => mute(handle, !isMuted)}
    >
      {deed}
    </button>
  )
}
