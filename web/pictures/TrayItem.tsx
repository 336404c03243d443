import { ArrowLeft, ArrowRight, Check, Plus, X } from 'lucide-react'
import { type PointerEvent, type RefObject, useEffect, useRef } from 'react'
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
    announce(`Photo ${place} removed`)
    const target = next?.querySelector<HTMLElement>('[data-remove]') ?? home
    target?.focus()
  }
  return (
    <li
      ref={item}
      className="tray-item"
      aria-label={`Photo ${place} of ${count}`}
      data-key={key}
      data-dragged={isDragged ? '' : undefined}
      data-step={upload.step}
    >
      <div className="tray-picture" onPointerDown={count > 1 ? drag : undefined} data-draggable={count > 1}>
        {url && <img src={url} alt={hasAlt ? alt : 'Without a description'} draggable={false} />}
        <UploadMark upload={upload} place={place} retryKey={key} />
      </div>
      <button
        type="button"
        className="tray-remove"
        data-remove=""
        aria-label={`Remove photo ${place}`}
        onClick={remove}
      >
        <X size={18} aria-hidden="true" />
      </button>
      <button
        type="button"
        className="tray-alt"
        data-has={hasAlt}
        aria-label={`${hasAlt ? 'Edit' : 'Add'} the ALT text of photo ${place}`}
        onClick={describe}
      >
        <span>
          {hasAlt ? <Check size={14} aria-hidden="true" /> : <Plus size={14} aria-hidden="true" />}
          ALT
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
    announce(`Photo moved to place ${to} of ${count}`)
    // Moved on the page, the button loses the focus.
    requestAnimationFrame(() => item.current?.querySelector<HTMLElement>(`[data-move="${name}"]`)?.focus())
  }
  return (
    <div className="tray-moves">
      <button
        type="button"
        className="icon-btn"
        data-move="earlier"
        aria-label={`Move photo ${place} earlier`}
        aria-disabled={place === 1}
        onClick={() => move(place - 1, 'earlier')}
      >
        <ArrowLeft size={18} aria-hidden="true" />
      </button>
      <button
        type="button"
        className="icon-btn"
        data-move="later"
        aria-label={`Move photo ${place} later`}
        aria-disabled={place === count}
        onClick={() => move(place + 1, 'later')}
      >
        <ArrowRight size={18} aria-hidden="true" />
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
    if (step === 'ready') announce(`Photo ${place} is ready`)
    if (step === 'paused') announce(`Photo ${place} waits for the connection`)
  }, [step, place])
}
