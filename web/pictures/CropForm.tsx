import { RotateCcw, RotateCw } from 'lucide-react'
import { type ReactNode, useId, useRef, useState } from 'react'
import { t } from '../language/words.ts'
import { CropStage } from './CropStage.tsx'
import { CropView } from './CropView.tsx'
import { cropKinds, type ProfilePicture } from './crop-kinds.ts'
import { covering, frameIn, type Quarters, turnedBy, turnedSize } from './crop-math.ts'
import { croppedFile } from './draw-crop.ts'
import { sizeOf } from './load-image.ts'
import { useBox } from './use-box.ts'
import { useZoom } from './use-zoom.ts'

interface Props {
  kind: ProfilePicture
  image: HTMLImageElement
  isBusy: boolean
  send: (file: File) => void
  cancel: () => void
  /** How far it is, or what went wrong. */
  note: ReactNode
}

const AIR_PIXELS = 20
const LARGEST = 5
const PREVIEWS = { avatar: [96, 44], banner: [216] }

/** The stage on which a picture is moved, zoomed and turned, and how it will look. */
export function CropForm({ kind, image, isBusy, send, cancel, note }: Props) {
  const id = useId()
  const stage = useRef<HTMLDivElement>(null)
  const [quarters, setQuarters] = useState<Quarters>(0)
  const [problem, setProblem] = useState<string>()
  const { isRound, most } = cropKinds[kind]
  const frame = frameIn(useBox(stage) ?? { width: 1, height: 1 }, most.width / most.height, AIR_PIXELS)
  const picture = covering(turnedSize(sizeOf(image), quarters), frame)
  const zoom = useZoom({ picture, frame, largest: LARGEST })
  const crop = { view: zoom.view, quarters, frame }

  const turn = (by: 1 | -1) => {
    setQuarters(turnedBy(quarters, by))
    zoom.rest()
  }
  const save = () => {
    if (isBusy) return
    setProblem(undefined)
    croppedFile(image, crop, most).then(send, () => setProblem(t('This browser could not draw the picture.')))
  }
  return (
    <>
      <CropStage ref={stage} image={image} crop={crop} zoom={zoom} isRound={isRound} />
      <div className="crop-tools">
        <button type="button" className="icon-btn" aria-label={t('Turn left')} onClick={() => turn(-1)}>
          <RotateCcw size={20} aria-hidden="true" />
        </button>
        <label htmlFor={id} className="sr-only">
          {t('Zoom')}
        </label>
        <input
          id={id}
          type="range"
          className="crop-zoom"
          min={1}
          max={LARGEST}
          step={0.01}
          value={zoom.view.scale}
          aria-valuetext={`${Math.round(zoom.view.scale * 100)} %`}
          onChange={(event) => zoom.zoomTo(event.target.valueAsNumber)}
        />
        <button type="button" className="icon-btn" aria-label={t('Turn right')} onClick={() => turn(1)}>
          <RotateCw size={20} aria-hidden="true" />
        </button>
      </div>
      <div className="crop-previews" aria-hidden="true">
        {PREVIEWS[kind].map((width) => (
          <CropView key={width} image={image} crop={crop} width={width} isRound={isRound} />
        ))}
        <span className="text-sm text-ink2">{t('How it will look')}</span>
      </div>
      <div role="status" className="crop-note">
        {problem ?? note}
      </div>
      <div className="flex justify-end gap-3">
        <button type="button" className="btn ghost" onClick={cancel}>
          {t('Cancel')}
        </button>
        <button type="button" className="btn" aria-disabled={isBusy} onClick={save}>
          {t('Save')}
        </button>
      </div>
    </>
  )
}
