import type { HeldPhoto } from '@mayfly/contract/moderation'
import { useState } from 'react'
import { t } from '../language/words.ts'

/** Photos are blurred and grey until they are asked for: nobody has to see all of them. */
export function HeldPhotos({ photos }: { photos: readonly HeldPhoto[] }) {
  if (photos.length === 0) return null
  return (
    <ul className="held-photos">
      {photos.map((photo, index) => (
        <li key={photo.id}>
          <Photo photo={photo} place={index + 1} />
        </li>
      ))}
    </ul>
  )
}

function Photo({ photo, place }: { photo: HeldPhoto; place: number }) {
  const [isClear, setIsClear] = useState(false)
  const { url, width, height, alt } = photo
  return (
    <figure>
      <button
        type="button"
        className="held-photo"
        aria-pressed={isClear}
        aria-label={t('Photo {place}, seen clearly', { place })}
        onClick={() => setIsClear(!isClear)}
      >
        <img src={url} width={width} height={height} alt="" draggable={false} />
        {!isClear && <span className="held-photo-hint">{t('Show photo {place}', { place })}</span>}
      </button>
      <figcaption dir="auto" className="text-note text-ink2">
        {alt || t('Without a description')}
      </figcaption>
    </figure>
  )
}
