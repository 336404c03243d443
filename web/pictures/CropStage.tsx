import { type CSSProperties, type KeyboardEvent, type RefObject, useEffect } from 'react'
import { t } from '../language/words.ts'
import { CropView } from './CropView.tsx'
import type { Crop } from './draw-crop.ts'
import type { Point } from './pan-zoom.ts'
import { useGestures } from './use-gestures.ts'
import type { useZoom } from './use-zoom.ts'

interface Props {
  ref: RefObject<HTMLDivElement | null>
  image: HTMLImageElement
  crop: Crop
  zoom: ReturnType<typeof useZoom>
  isRound: boolean
}

const MOVE_PIXELS = 10
const ZOOM_STEP = 1.1

const arrows: Record<string, Point> = {
  ArrowLeft: { x: -MOVE_PIXELS, y: 0 },
  ArrowRight: { x: MOVE_PIXELS, y: 0 },
  ArrowUp: { x: 0, y: -MOVE_PIXELS },
  ArrowDown: { x: 0, y: MOVE_PIXELS },
}

/** The picture behind its frame: moved by finger, mouse and arrow keys, zoomed by pinch, wheel, plus and minus. */
export function CropStage({ ref, image, crop, zoom, isRound }: Props) {
  useEffect(() => ref.current?.focus(), [ref])
  useGestures(ref, { onPan: zoom.pan, onZoom: zoom.zoomBy })
  const onKeyDown = (event: KeyboardEvent) => {
    const by = arrows[event.key]
    const factor = { '+': ZOOM_STEP, '=': ZOOM_STEP, '-': 1 / ZOOM_STEP }[event.key]
    if (by === undefined && factor === undefined) return
    event.preventDefault()
    if (by) zoom.pan(by)
    if (factor) zoom.zoomBy(factor)
  }
  const { frame } = crop
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for inputs, and this is moved by keys.
    <div
      ref={ref}
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move the picture.
      tabIndex={0}
      className="crop-stage"
      aria-label={t('The picture in its frame. The arrow keys move it, plus and minus zoom.')}
      onKeyDown={onKeyDown}
    >
      <CropView image={image} crop={crop} width={frame.width} isWhole />
      <span
        className="crop-frame"
        data-round={isRound}
        style={{ width: frame.width, height: frame.height } as CSSProperties}
      />
    </div>
  )
}
