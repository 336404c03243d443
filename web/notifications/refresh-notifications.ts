import { queryClient, readKey } from '../use-api.ts'

/** Of the newest page of each list. */
export const heads = [...readKey('listNotifications'), 'head']

/** Something happened, or was read on another device. */
export function refreshNotifications(): void {
  void queryClient.invalidateQueries({ queryKey: readKey('countUnreadNotifications') })
  void queryClient.invalidateQueries({ queryKey: heads })
}
