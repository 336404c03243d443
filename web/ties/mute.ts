import { api } from '../api.ts'
import { t } from '../language/words.ts'
import { foldQuotesOf, hidePostsOf } from '../posts/hide-posts.ts'
import { toast } from '../ui/toast-store.ts'
import { queryClient, readKey } from '../use-api.ts'
import { wish } from '../wishes.ts'
import { changePerson, forgetTies, knownPerson } from './person-cache.ts'

/** What brings back the posts of those who were muted here. */
const hidden = new Map<string, () => void>()

/** Sets whether a person is muted: shown at once, taken back when the server says no, and to be undone. */
export function mute(handle: string, isWanted: boolean): void {
  void wish(
    {
      key: `mute ${handle}`,
      isSet: knownPerson(handle)?.isMuted ?? !isWanted,
      show: (isMuted) => show(handle, isMuted),
      send: (isSet) => (isSet ? api.mutePerson({ handle }) : api.unmutePerson({ handle })),
      onDone: () => {
        forgetTies(undefined)
        void queryClient.invalidateQueries({ queryKey: readKey('countUnreadNotifications') })
        void queryClient.invalidateQueries({ queryKey: readKey('listNotifications'), refetchType: 'none' })
      },
      refusal: (wasWanted) => (wasWanted ? t('Not muted') : t('Still muted')),
    },
    isWanted,
  )
  toast(
    isWanted
      ? t('{handle} is muted: nothing of theirs comes to you by itself.', { handle: `@${handle}` })
      : t('{handle} is not muted any more.', { handle: `@${handle}` }),
    { action: { label: t('Undo'), run: () => mute(handle, !isWanted) } },
  )
}

function show(handle: string, isMuted: boolean): void {
  changePerson(handle, (person) => ({ ...person, isMuted }))
  foldQuotesOf(handle, isMuted)
  if (isMuted) {
    if (!hidden.has(handle)) hidden.set(handle, hidePostsOf(handle))
    return
  }
  hidden.get(handle)?.()
  hidden.delete(handle)
}
