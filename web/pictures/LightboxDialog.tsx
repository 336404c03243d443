import type { Photo } from '@mayfly/contract/pictures'
import { expiryOf } from '@mayfly/domain/expiring-id'
import { ChevronLeft, ChevronRight, X } from 'lucide-react'
import { useEffect, useId } from 'react'
import { useTimeLeft } from '../clock/use-now.ts'
import { config } from '../config.ts'
import { direction } from '../language/language.ts'
import { t } from '../language/words.ts'
import { photoSources } from '../picture-address.ts'
import { announce } from '../ui/announce.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { toast } from '../ui/toast-store.ts'
import { LightboxStage } from './LightboxStage.tsx'
import { useLightbox } from './lightbox-store.ts'

interface Props {
  postId: string
  photos: readonly Photo[]
  index: number
}

/** A post's photos over the whole screen, one at a time. It closes when the post is over. */
export function LightboxDialog({ postId, photos, index }: Props) {
  const id = useId()
  const { turn, close } = useLightbox()
  const photo = photos[index]
  useEnd(postId, close)
  useNeighbours(postId, [photos[index - 1], photos[index + 1]])
  useAnnounced(photo, index, photos.length)
  if (photo === undefined) return null

  const count = photos.length
  const title = count > 1 ? t('Photo {place} of {count}', { place: index + 1, count }) : t('Photo')
  return (
    <Dialog isOpen onClose={close} labelledBy={`${id}-title`} className="lightbox">
      <div className="lightbox-frame">
        <header className="lightbox-bar">
          <button
            type="button"
            className="icon-btn"
            aria-label={t('Close')}
            data-autofocus=""
            onClick={close}
          >
            <X size={24} aria-hidden="true" />
          </button>
          <h2 id={`${id}-title`} className="text-base font-semibold">
            {title}
          </h2>
        </header>
        <LightboxStage
          key={photo.id}
          sources={photoSources(config.assetsOrigin, postId, photo.id)}
          photo={photo}
          swipe={(by) => turn(direction === 'rtl' ? index - by : index + by)}
          close={close}
        />
        {index > 0 && (
          <button
            type="button"
            className="lightbox-turn start-2"
            aria-label={t('Previous photo')}
            onClick={() => turn(index - 1)}
          >
            <ChevronLeft size={28} className="rtl:-scale-x-100" aria-hidden="true" />
          </button>
        )}
        {index < photos.length - 1 && (
          <button
            type="button"
            className="lightbox-turn end-2"
            aria-label={t('Next photo')}
            onClick={() => turn(index + 1)}
          >
            <ChevronRight size={28} className="rtl:-scale-x-100" aria-hidden="true" />
          </button>
        )}
        {photo.alt !== '' && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a long description is read on by the arrow keys.
          <section className="lightbox-alt" aria-label={t('Description')} tabIndex={0}>
            <p dir="auto">{photo.alt}</p>
          </section>
        )}
      </div>
    </Dialog>
  )
}

/** Its photos go with the post. */
function useEnd(postId: string, close: () => void): void {
  const isOver = useTimeLeft(expiryOf(postId)?.getTime() ?? Number.POSITIVE_INFINITY) <= 0
  useEffect(() => {
    if (!isOver) return
    close()
    toast(t('This post has faded, and its photos with it.'))
  }, [isOver, close])
}

/** The photos beside this one are fetched before they are asked for. */
function useNeighbours(postId: string, neighbours: (Photo | undefined)[]): void {
  const ids = neighbours.flatMap((photo) => photo?.id ?? []).join(' ')
  useEffect(() => {
    for (const id of ids.split(' ').filter(Boolean)) {
      const { src, srcSet } = photoSources(config.assetsOrigin, postId, id)
      Object.assign(new Image(), { sizes: '100vw', srcset: srcSet, src })
    }
  }, [postId, ids])
}

function useAnnounced(photo: Photo | undefined, index: number, count: number): void {
  const words = photo && wordsOn(photo, index + 1, count)
  useEffect(() => {
    if (words) announce(words)
  }, [words])
}

const wordsOn = ({ alt }: Photo, place: number, count: number) =>
  alt
    ? t('Photo {place} of {count}. {alt}', { place, count, alt })
    : t('Photo {place} of {count}. Without a description.', { place, count })
