import { useSyncExternalStore } from 'react'
import { t } from '../language/words.ts'
import { useSession } from '../session/use-session.ts'

function onLineChange(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}

/** Says when there is no connection, or no answer. */
export function OfflineBar() {
  const isOnline = useSyncExternalStore(onLineChange, () => navigator.onLine)
  const { isUnreachable } = useSession()
  return (
    <div role="status">
      {!isOnline && <p className="offline-bar">{t('You are offline. What you see may be gone already.')}</p>}
      {isOnline && isUnreachable && (
        <p className="offline-bar">{t('Mayfly does not answer. Trying again…')}</p>
      )}
    </div>
  )
}
