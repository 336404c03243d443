import { ArrowLeft, ArrowRight, Check, Plus, X } from 'lucide-react'
import { type PointerEvent, type RefObject, useEffect, useRef } from 'react'
import { t } from '../language/words.ts'
import { announce } from '../ui/announce.ts'
import type { TrayPhoto } from './tray-photos.ts'
import { movePhoto, removePhoto } from './trays.ts'
import { UploadMark } from './UploadMark.tsx'
import { useObjectUrl } from './use-object-url.ts'

interface Props {
  tray: string
  photo: TrayPhoto
  /** From 1. */
  place: number
  count: number
  isDragged: boolean
  drag: (event: PointerEvent) => void
  describe: () => void
}

/** One photo of a draft. */
export function TrayItem({ tray, photo, place, count, isDragged, drag, describe }: Props) {
  const { key, upload, alt, preview } = photo
  const url = useObjectUrl(preview)
  const item = useRef<HTMLLIElement>(null)
  useAnnouncedSteps(upload.step, place)
  const hasAlt = alt.trim() !== ''

  const remove = () => {
    const next = item.current?.nextElementSibling ?? item.current?.previousElementSibling
    const home = item.current?.closest('form, dialog')?.querySelector<HTMLElement>('textarea')
    removePhoto(tray, key)
    announce(t('Photo {place} removed', { place }))
    const target = next?.querySelector<HTMLElement>('[data-remove]') ?? home
    target?.focus()
  }
  return (
    <li
      ref={item}
      className="tray-item"
      aria-label={t('Photo {place} of {count}', { place, count })}
      data-key={key}
      data-dragged={isDragged ? '' : undefined}
      data-step={upload.step}
    >
      <div className="tray-picture" onPointerDown={count > 1 ? drag : undefined} data-draggable={count > 1}>
        {url && <img src={url} alt={hasAlt ? alt : t('Without a description')} draggable={false} />}
        <UploadMark upload={upload} place={place} retryKey={key} />
      </div>
      <button
        type="button"
        className="tray-remove"
        data-remove=""
        aria-label={t('Remove photo {place}', { place })}
        onClick={remove}
      >
        <X size={18} aria-hidden="true" />
      </button>
      <button
        type="button"
        className="tray-alt"
        data-has={hasAlt}
        aria-label={
          hasAlt
            ? t('Edit the ALT text of photo {place}', { place })
            : t('Add the ALT text of photo {place}', { place })
        }
        onClick={describe}
      >
        <span>
          {hasAlt ? <Check size={14} aria-hidden="true" /> : <Plus size={14} aria-hidden="true" />}
          {t('ALT')}
        </span>
      </button>
      {count > 1 && <Moves {...{ tray, place, count, item }} photoKey={key} />}
    </li>
  )
}

interface MovesProps {
  tray: string
  photoKey: string
  place: number
  count: number
  item: RefObject<HTMLLIElement | null>
}

/** Order without dragging. At an end the button stays, so that the focus does. */
function Moves({ tray, photoKey, place, count, item }: MovesProps) {
  const move = (to: number, name: string) => {
    if (to < 1 || to > count) return
    movePhoto(tray, photoKey, to - 1)
    announce(t('Photo moved to place {place} of {count}', { place: to, count }))
    // Moved on the page, the button loses the focus.
    requestAnimationFrame(() => item.current?.querySelector<HTMLElement>(`[data-move="${name}"]`)?.focus())
  }
  return (
    <div className="tray-moves">
      <button
        type="button"
        className="icon-btn"
        data-move="earlier"
        aria-label={t('Move photo {place} earlier', { place })}
        aria-disabled={place === 1}
        onClick={() => move(place - 1, 'earlier')}
      >
        <ArrowLeft size={18} className="rtl:-scale-x-100" aria-hidden="true" />
      </button>
      <button
        type="button"
        className="icon-btn"
        data-move="later"
        aria-label={t('Move photo {place} later', { place })}
        aria-disabled={place === count}
        onClick={() => move(place + 1, 'later')}
      >
        <ArrowRight size={18} className="rtl:-scale-x-100" aria-hidden="true" />
      </button>
    </div>
  )
}

/** What happens to a photo is said once, without its progress. */
function useAnnouncedSteps(step: TrayPhoto['upload']['step'], place: number): void {
  const said = useRef(step)
  useEffect(() => {
    if (said.current === step) return
    said.current = step
    if (step === 'ready') announce(t('Photo {place} is ready', { place }))
    if (step === 'paused') announce(t('Photo {place} waits for the connection', { place }))
  }, [step, place])
}
