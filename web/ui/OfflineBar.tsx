import { useSyncExternalStore } from 'react'

function onLineChange(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}

/** Says when this device has no connection. */
export function OfflineBar() {
  const isOnline = useSyncExternalStore(onLineChange, () => navigator.onLine)
  return (
    <div role="status">
      {!isOnline && <p className="offline-bar">You are offline. What you see may be gone already.</p>}
    </div>
  )
}
