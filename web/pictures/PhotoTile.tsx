import type { Photo } from '@mayfly/contract/pictures'
import { Download, ImageOff } from 'lucide-react'
import { type MouseEvent, useRef, useState } from 'react'
import { config } from '../config.ts'
import { t } from '../language/words.ts'
import { photoSources } from '../picture-address.ts'
import { placeholderImage } from './placeholder.ts'

interface Props {
  postId: string
  photo: Photo
  /** From 1. */
  place: number
  count: number
  open: () => void
  altId: string
  isAltOpen: boolean
  toggleAlt: () => void
  /** Whether it waits for a press, to save data. */
  isWaiting: boolean
  load: () => void
}

/** One photo among its post's. It is a link to the picture itself, so that it opens in a new tab like any other. */
export function PhotoTile(props: Props) {
  const { postId, photo, place, count, open, altId, isAltOpen, toggleAlt, isWaiting, load } = props
  const [state, setState] = useState<'loading' | 'there' | 'settled' | 'failed'>('loading')
  const [attempt, setAttempt] = useState(0)
  const sources = photoSources(config.assetsOrigin, postId, photo.id)
  const press = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    open()
  }
  const tryAgain = () => {
    setState('loading')
    setAttempt(attempt + 1)
  }
  const isPressed = useRef(false)
  const loadHere = () => {
    isPressed.current = true
    load()
  }
  // The button that was pressed is gone when the photo is there.
  const takeFocus = (link: HTMLAnchorElement | null) => {
    if (isPressed.current) link?.focus({ preventScroll: true })
    isPressed.current = false
  }
  const background = state === 'settled' ? undefined : placeholderImage(photo.placeholder)
  return (
    <div className="photo-tile" style={{ backgroundImage: background }}>
      {isWaiting ? (
        <button type="button" className="photo-waiting" onClick={loadHere}>
          <Download size={20} aria-hidden="true" />
          <span dir="auto">{labelFor(photo, place, count)}</span>
          <span className="sr-only">{t('Load it')}</span>
        </button>
      ) : state === 'failed' ? (
        <div className="photo-failed">
          <ImageOff size={22} aria-hidden="true" />
          <p dir="auto">{photo.alt || t('This photo did not load.')}</p>
          <button type="button" className="btn ghost sm" onClick={tryAgain}>
            {t('Try again')}
          </button>
        </div>
      ) : (
        <a
          ref={takeFocus}
          href={sources.src}
          className="photo-link"
          aria-label={labelFor(photo, place, count)}
          onClick={press}
        >
          <img
            key={attempt}
            {...sources}
            sizes={sizesFor(count)}
            width={photo.width}
            height={photo.height}
            alt={photo.alt}
            loading="lazy"
            decoding="async"
            draggable={false}
            data-state={state}
            onLoad={() => setState('there')}
            onTransitionEnd={() => setState('settled')}
            onError={() => setState('failed')}
          />
        </a>
      )}
      {photo.alt !== '' && state !== 'failed' && (
        <button
          type="button"
          className="alt-badge"
          aria-label={count > 1 ? t('ALT text of photo {place}', { place }) : t('ALT text of the photo')}
          aria-expanded={isAltOpen}
          aria-controls={isAltOpen ? altId : undefined}
          onClick={toggleAlt}
        >
          <span>{t('ALT')}</span>
        </button>
      )}
    </div>
  )
}

function labelFor({ alt }: Photo, place: number, count: number): string {
  if (count === 1) return alt === '' ? t('Photo, without a description') : t('Photo: {alt}', { alt })
  return alt === ''
    ? t('Photo {place} of {count}, without a description', { place, count })
    : t('Photo {place} of {count}: {alt}', { place, count, alt })
}

const sizesFor = (count: number) =>
  count === 1 ? '(min-width: 640px) 512px, calc(100vw - 88px)' : '(min-width: 640px) 256px, 45vw'
