import type { Photo } from '@mayfly/contract/pictures'
import { ImageOff, ZoomIn, ZoomOut } from 'lucide-react'
import { useRef, useState } from 'react'
import { t } from '../language/words.ts'
import type { PictureSources } from '../picture-address.ts'
import { placeholderImage } from './placeholder.ts'
import { useBox } from './use-box.ts'
import { useGestures } from './use-gestures.ts'
import { useLightboxKeys } from './use-lightbox-keys.ts'
import { useZoom } from './use-zoom.ts'

interface Props {
  photo: Photo
  sources: PictureSources
  /** To the photo on the left (-1) or on the right (1). */
  swipe: (by: -1 | 1) => void
  close: () => void
}

const LARGEST = 8
const CLOSER = 2.5
const SWIPE_PIXELS = 70
const CLOSING_PIXELS = 110

/** One photo: pinch, wheel, double tap, plus and minus zoom; a swipe turns, a pull down closes. */
export function LightboxStage({ photo, sources, swipe, close }: Props) {
  const stage = useRef<HTMLDivElement>(null)
  const frame = useBox(stage) ?? { width: 0, height: 0 }
  const picture = fitted(photo, frame)
  const zoom = useZoom({ picture, frame, largest: LARGEST, isLoose: true })
  const [isDragged, setIsDragged] = useState(false)
  const [state, setState] = useState<'loading' | 'there' | 'failed'>('loading')
  const { view, isClose } = zoom
  useLightboxKeys(zoom, swipe)
  useGestures(stage, {
    onPan: (by) => {
      setIsDragged(true)
      zoom.pan(by)
    },
    onZoom: zoom.zoomBy,
    onTap: ({ x, y }) => {
      const isBeside = Math.abs(x) > picture.width / 2 || Math.abs(y) > picture.height / 2
      if (isBeside && !isClose) close()
    },
    onDoubleTap: (at) => zoom.zoomTo(isClose ? 1 : CLOSER, at),
    onEnd: (way) => {
      setIsDragged(false)
      if (isClose) return
      zoom.rest()
      if (Math.abs(way.x) > SWIPE_PIXELS && Math.abs(way.x) > Math.abs(way.y)) swipe(way.x < 0 ? 1 : -1)
      else if (way.y > CLOSING_PIXELS) close()
    },
  })

  const background = state === 'there' ? undefined : placeholderImage(photo.placeholder)
  const transform = `translate(${view.x}px, ${view.y}px) scale(${view.scale})`
  return (
    <div ref={stage} className="lightbox-stage" data-dragged={isDragged || undefined}>
      {state === 'failed' ? (
        <div className="photo-failed">
          <ImageOff size={28} aria-hidden="true" />
          <p>{t('This photo did not load.')}</p>
          <button type="button" className="btn ghost" onClick={() => setState('loading')}>
            {t('Try again')}
          </button>
        </div>
      ) : (
        <img
          {...sources}
          sizes="100vw"
          alt={photo.alt || t('Without a description')}
          draggable={false}
          style={{ ...picture, backgroundImage: background, transform }}
          onLoad={() => setState('there')}
          onError={() => setState('failed')}
        />
      )}
      <button
        type="button"
        className="icon-btn lightbox-zoom"
        aria-label={isClose ? t('Zoom out') : t('Zoom in')}
        aria-keyshortcuts="+ - 0"
        onClick={() => zoom.zoomTo(isClose ? 1 : CLOSER)}
      >
        {isClose ? <ZoomOut size={22} aria-hidden="true" /> : <ZoomIn size={22} aria-hidden="true" />}
      </button>
    </div>
  )
}

/** As large as there is room for, and not larger than it is. */
function fitted({ width, height }: Photo, box: { width: number; height: number }) {
  const scale = Math.min(1, box.width / width, box.height / height)
  return { width: width * scale, height: height * scale }
}
