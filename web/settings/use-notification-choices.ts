import type { NotificationChoices } from '@mayfly/contract/notifications'
import { t } from '../language/words.ts'
import { sentenceFor } from '../ui/sentence-for.ts'
import { toast } from '../ui/toast-store.ts'
import { queryClient, readKey, useRead } from '../use-api.ts'
import { useWrite } from '../use-write.ts'

const key = readKey('showNotificationChoices', {})

/** What one wants to be told of: in force at once, sent one after the other, taken back when it can't be kept. */
export function useNotificationChoices() {
  const { data, error, refetch } = useRead('showNotificationChoices', {})
  const write = useWrite('setNotificationChoices', {
    scope: { id: 'notification-choices' },
    onError: (failure) => {
      toast(t('Not changed. {why}', { why: sentenceFor(failure) }))
      void refetch()
    },
    onSuccess: () => {
      queryClient.removeQueries({ queryKey: readKey('listNotifications'), type: 'inactive' })
      void queryClient.invalidateQueries({ queryKey: readKey('listNotifications') })
      void queryClient.invalidateQueries({ queryKey: readKey('countUnreadNotifications') })
    },
  })
  const choose = (choices: NotificationChoices) => {
    void queryClient.cancelQueries({ queryKey: key })
    queryClient.setQueryData(key, choices)
    write.mutate(choices)
  }
  return { choices: data, error, retry: () => void refetch(), choose }
}
