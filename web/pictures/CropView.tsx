import { covering, turnedSize } from './crop-math.ts'
import type { Crop } from './draw-crop.ts'
import { sizeOf } from './load-image.ts'

interface Props {
  image: HTMLImageElement
  crop: Crop
  /** Of the frame, in pixels, on this view. */
  width: number
  isRound?: boolean
  /** Whether what is outside of the frame is to be seen as well. */
  isWhole?: boolean
}

/** A picture as it is cropped, in any size. */
export function CropView({ image, crop, width, isRound = false, isWhole = false }: Props) {
  const { view, quarters, frame } = crop
  const scale = width / frame.width
  const shown = covering(turnedSize(sizeOf(image), quarters), frame)
  const size = turnedSize({ width: shown.width * scale, height: shown.height * scale }, quarters)
  const transform =
    `translate(-50%, -50%) translate(${view.x * scale}px, ${view.y * scale}px) ` +
    `scale(${view.scale}) rotate(${quarters * 90}deg)`
  return (
    <span
      className="crop-view"
      data-round={isRound}
      data-whole={isWhole}
      style={{ width, height: frame.height * scale }}
    >
      <img src={image.src} alt="" draggable={false} style={{ ...size, transform }} />
    </span>
  )
}
