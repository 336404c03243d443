import type { Author } from '@mayfly/contract/people'
import { api } from '../api.ts'
import { t } from '../language/words.ts'
import { sentenceFor } from '../ui/sentence-for.ts'
import { toast } from '../ui/toast-store.ts'
import { queryClient, readKey } from '../use-api.ts'
import { useWrite } from '../use-write.ts'
import { PeopleSection } from './PeopleSection.tsx'

/** Whom one blocks, and the way back. */
export const BlockedPeople = () => (
  <PeopleSection
    title={t('Blocked people')}
    note={t('Neither of you sees or reaches the other.')}
    nobody={t('You block nobody.')}
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
      toast(t('{handle} is not blocked any more.', { handle: `@${handle}` }))
    },
    onError: (error) => toast(t('Still blocked. {why}', { why: sentenceFor(error) })),
  })
  return (
    <button
      type="button"
      className="btn ghost sm"
      aria-label={t('Unblock {handle}', { handle: `@${handle}` })}
      disabled={unblock.isPending}
      onClick={() => unblock.mutate({ handle })}
    >
      {t('Unblock')}
    </button>
  )
}
