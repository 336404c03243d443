import { useEffect, useState } from 'react'

/** What had the focus when a dialog was opened has it again when the dialog is gone from the page. */
export function useFocusBack(): void {
  const [opener] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      // In development React runs effects twice: the focus comes back only when it is lost.
      queueMicrotask(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body
        if (isLost && opener instanceof HTMLElement && opener.isConnected)
          opener.focus({ preventScroll: true })
      })
    },
    [opener],
  )
}
