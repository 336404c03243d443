import type { Author } from '@mayfly/contract/people'
import { api } from '../api.ts'
import { sentenceFor } from '../ui/sentence-for.ts'
import { toast } from '../ui/toast-store.ts'
import { queryClient, readKey } from '../use-api.ts'
import { useWrite } from '../use-write.ts'
import { PeopleSection } from './PeopleSection.tsx'

/** Whom one blocks, and the way back. */
export const BlockedPeople = () => (
  <PeopleSection
    title="Blocked people"
    note="Neither of you sees or reaches the other."
    nobody="You block nobody."
    queryKey={readKey('listBlocked')}
    read={api.listBlocked}
    areSeen={false}
    deed={(person) => <UnblockButton person={person} />}
  />
)

function UnblockButton({ person: { handle } }: { person: Author }) {
  const unblock = useWrite('unblockPerson', {
    onSuccess: () => {
      // Whatever was read while they were out of sight may have something of theirs now.
      void queryClient.invalidateQueries()
      toast(`@${handle} is not blocked any more.`)
    },
    onError: (error) => toast(`Still blocked. ${sentenceFor(error)}`),
  })
  return (
    <button
      type="button"
      className="btn ghost sm"
      aria-label={`Unblock @${handle}`}
      disabled={unblock.isPending}
      onClick={() => unblock.mutate({ handle })}
    >
      Unblock
    </button>
  )
}
