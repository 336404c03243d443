import type { HeldPhoto } from '@mayfly/contract/moderation'
import { useState } from 'react'

/** Photos are blurred and grey until they are asked for: nobody has to see all of them. */
export function HeldPhotos({ photos }: { photos: readonly HeldPhoto[] }) {
  if (photos.length === 0) return null
  return (
    <ul className="held-photos">
      {photos.map((photo, index) => (
        <li key={photo.id}>
          <Photo photo={photo} name={`Photo ${index + 1}`} />
        </li>
      ))}
    </ul>
  )
}

function Photo({ photo, name }: { photo: HeldPhoto; name: string }) {
  const [isClear, setIsClear] = useState(false)
  const { url, width, height, alt } = photo
  return (
    <figure>
      <button
        type="button"
        className="held-photo"
        aria-pressed={isClear}
        aria-label={`${name}, seen clearly`}
        onClick={() => setIsClear(!isClear)}
      >
        <img src={url} width={width} height={height} alt="" draggable={false} />
        {!isClear && <span className="held-photo-hint">Show {name.toLowerCase()}</span>}
      </button>
      <figcaption dir="auto" className="text-note text-ink2">
        {alt || 'Without a description'}
      </figcaption>
    </figure>
  )
}
