import type { Size } from './fitting-size.ts'
import type { View } from './pan-zoom.ts'

/** Clockwise, in quarters of a turn. */
export type Quarters = 0 | 1 | 2 | 3

export const turnedBy = (quarters: Quarters, by: 1 | -1): Quarters => ((quarters + by + 4) % 4) as Quarters

/** A picture's size as it stands after so many quarters. */
export const turnedSize = ({ width, height }: Size, quarters: Quarters): Size =>
  quarters % 2 === 0 ? { width, height } : { width: height, height: width }

/** As small as it can be and still cover the frame. */
export function covering(picture: Size, frame: Size): Size {
  const scale = Math.max(frame.width / picture.width, frame.height / picture.height)
  return { width: picture.width * scale, height: picture.height * scale }
}

/** The largest frame of a shape that fits into a stage, with some air around it. */
export function frameIn(stage: Size, ratio: number, air: number): Size {
  const width = Math.min(stage.width - 2 * air, (stage.height - 2 * air) * ratio)
  return { width: Math.max(1, width), height: Math.max(1, width / ratio) }
}

/** How to draw what is in the frame onto a canvas. */
export interface Drawing {
  /** The canvas's size. Never larger than the part of the picture that is in the frame, where that is enough. */
  size: Size
  /** Where the picture's middle goes, and how large it is drawn, in pixels of the canvas. */
  x: number
  y: number
  width: number
  height: number
}

/** @param picture the size of the turned picture, in its own pixels  @param most the largest canvas */
export function drawingOf(picture: Size, view: View, frame: Size, most: Size): Drawing {
  const shown = covering(picture, frame)
  const pixelsInFrame = (picture.width / (shown.width * view.scale)) * frame.width
  const width = Math.max(1, Math.min(most.width, Math.round(pixelsInFrame)))
  const size = { width, height: Math.max(1, Math.round((width * most.height) / most.width)) }
  const scale = size.width / frame.width
  return {
    size,
    x: size.width / 2 + view.x * scale,
    y: size.height / 2 + view.y * scale,
    width: shown.width * view.scale * scale,
    height: shown.height * view.scale * scale,
  }
}
