import { useEffect, useRef, useState } from 'react'
import { isBusy, type SavedPhoto, savedFrom, type TrayPhoto } from './tray-photos.ts'
import { isRestored, photosIn, restoreTray, useTrays } from './trays.ts'

const none: readonly TrayPhoto[] = []

/** Descriptions change with each letter; so long it waits for the next one. */
const PAUSE_MILLISECONDS = 150

/**
 * The photos of a draft, and which of them is being described.
 * @param tray the draft's key
 * @param kept what was kept with the draft; undefined until the draft is read
 * @param keep called with what is to be kept with it from now on
 */
export function usePhotoTray(
  tray: string,
  kept: readonly SavedPhoto[] | undefined,
  keep: (photos: SavedPhoto[]) => void,
) {
  const photos = useTrays((trays) => trays[tray] ?? none)
  const [described, describe] = useState<string>()

  useEffect(() => {
    if (kept !== undefined) void restoreTray(tray, kept)
  }, [tray, kept])

  const keepNow = useRef(() => {})
  useEffect(() => {
    keepNow.current = () => {
      const saved = savedFrom(photosIn(tray))
      if (isRestored(tray) && !isSame(saved, kept)) keep(saved)
    }
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the photos is a reason to keep them.
  useEffect(() => {
    const timer = setTimeout(() => keepNow.current(), PAUSE_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [photos])
  useEffect(() => {
    const keepBeforeLeaving = () => keepNow.current()
    // Before the draft itself is kept.
    addEventListener('pagehide', keepBeforeLeaving, { capture: true })
    return () => {
      removeEventListener('pagehide', keepBeforeLeaving, { capture: true })
      keepNow.current()
    }
  }, [])
  useLeaveWarning(isBusy(photos))

  return { tray, photos, described, describe }
}

/** The browser asks before it closes a page from which something is still being sent. */
function useLeaveWarning(isSending: boolean): void {
  useEffect(() => {
    if (!isSending) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isSending])
}

export type PhotoTrayState = ReturnType<typeof usePhotoTray>

function isSame(some: readonly SavedPhoto[], others: readonly SavedPhoto[] = []): boolean {
  return (
    some.length === others.length &&
    some.every(({ id, alt, preview }, place) => {
      const other = others[place]
      return other?.id === id && other.alt === alt && other.preview === preview
    })
  )
}
