import type { Photo } from '@mayfly/contract/pictures'
import { type CSSProperties, type KeyboardEvent, useId, useState } from 'react'
import { savesData } from '../ui/preferences.ts'
import { AltPopover } from './AltPopover.tsx'
import { gridRatio } from './grid-shape.ts'
import { useLightbox } from './lightbox-store.ts'
import { PhotoTile } from './PhotoTile.tsx'

interface Props {
  postId: string
  photos: readonly Photo[]
}

/** The posts whose photos were asked for on this page: they are here already. */
const asked = new Set<string>()

/** The photos of a post. Their room is known before they are there. */
export function PhotoGrid({ postId, photos }: Props) {
  const altId = useId()
  const [described, setDescribed] = useState<number>()
  const open = useLightbox((lightbox) => lightbox.open)
  const [isWaiting, setIsWaiting] = useState(() => savesData() && !asked.has(postId))
  const load = () => {
    asked.add(postId)
    setIsWaiting(false)
  }
  if (photos.length === 0) return null

  const description = described === undefined ? undefined : photos[described]?.alt
  const closeAlt = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || described === undefined) return
    event.stopPropagation()
    setDescribed(undefined)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what its buttons open.
    <div
      className="photo-grid media"
      data-count={photos.length}
      style={{ '--ratio': gridRatio(photos) } as CSSProperties}
      onKeyDown={closeAlt}
    >
      {photos.map((photo, index) => (
        <PhotoTile
          key={photo.id}
          postId={postId}
          photo={photo}
          place={index + 1}
          count={photos.length}
          open={() => open({ postId, photos, index })}
          altId={altId}
          isAltOpen={described === index}
          toggleAlt={() => setDescribed(described === index ? undefined : index)}
          isWaiting={isWaiting}
          load={load}
        />
      ))}
      {description && <AltPopover id={altId} text={description} close={() => setDescribed(undefined)} />}
    </div>
  )
}
