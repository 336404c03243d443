import { useEffect, useRef, useState } from 'react'
import { type SavedPhoto, savedFrom, type TrayPhoto } from './tray-photos.ts'
import { isRestored, restoreTray, useTrays } from './trays.ts'

const none: readonly TrayPhoto[] = []

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
  const lastKept = useRef<readonly SavedPhoto[]>(undefined)

  useEffect(() => {
    if (kept === undefined) return
    lastKept.current ??= kept
    void restoreTray(tray, kept)
  }, [tray, kept])

  useEffect(() => {
    const saved = savedFrom(photos)
    if (!isRestored(tray) || isSame(saved, lastKept.current)) return
    lastKept.current = saved
    keep(saved)
  })

  return { tray, photos, described, describe }
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
