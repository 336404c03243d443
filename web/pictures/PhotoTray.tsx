import { t } from '../language/words.ts'
import { AltEditor } from './AltEditor.tsx'
import { TrayItem } from './TrayItem.tsx'
import { TrayProblems } from './TrayProblems.tsx'
import type { PhotoTrayState } from './use-photo-tray.ts'
import { useReorder } from './use-reorder.ts'

/** The photos of a draft: how far each is, in which order, and what is to be seen on them. Nothing without photos. */
export function PhotoTray({ state }: { state: PhotoTrayState }) {
  const { tray, photos, described, describe } = state
  const reorder = useReorder(tray, photos)
  if (photos.length === 0) return null
  return (
    <>
      <ul ref={reorder.list} className="photo-tray" aria-label={t('Photos')}>
        {photos.map((photo, index) => (
          <TrayItem
            key={photo.key}
            tray={tray}
            photo={photo}
            place={index + 1}
            count={photos.length}
            isDragged={reorder.dragged === photo.key}
            drag={(event) => reorder.drag(event, photo.key)}
            describe={() => describe(photo.key)}
          />
        ))}
      </ul>
      <TrayProblems tray={tray} photos={photos} />
      {described !== undefined && (
        <AltEditor tray={tray} photos={photos} described={described} describe={describe} />
      )}
    </>
  )
}
