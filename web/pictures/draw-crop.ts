import { encoded, openCanvas } from './canvas.ts'
import { drawingOf, type Quarters, turnedSize } from './crop-math.ts'
import type { Size } from './fitting-size.ts'
import { sizeOf } from './load-image.ts'
import type { View } from './pan-zoom.ts'

export interface Crop {
  view: View
  quarters: Quarters
  /** On the screen, in pixels. */
  frame: Size
}

/** What is in the frame, at most so large, on a canvas. */
function drawCrop(image: HTMLImageElement, { view, quarters, frame }: Crop, most: Size): HTMLCanvasElement {
  const drawing = drawingOf(turnedSize(sizeOf(image), quarters), view, frame, most)
  const { canvas, brush } = openCanvas(drawing.size)
  const { width, height } = turnedSize(drawing, quarters)
  brush.translate(drawing.x, drawing.y)
  brush.rotate((quarters * Math.PI) / 2)
  brush.drawImage(image, -width / 2, -height / 2, width, height)
  return canvas
}

/** The same as a file to send. */
export async function croppedFile(image: HTMLImageElement, crop: Crop, most: Size): Promise<File> {
  const blob = await encoded(drawCrop(image, crop, most))
  return new File([blob], 'picture', { type: blob.type })
}
