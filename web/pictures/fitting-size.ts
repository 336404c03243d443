export interface Size {
  width: number
  height: number
}

/** What the service decodes, at most. */
export const MOST_PIXELS = 50_000_000

/** What every browser draws on one canvas. It is more than any screen shows. */
const CANVAS_PIXELS = 16_000_000

/** More than this is a trap or a map, and would take the page down before it could be made smaller. */
export const MOST_READABLE_PIXELS = 200_000_000

export const pixelsOf = ({ width, height }: Size): number => width * height

/** The same shape with no more pixels than a canvas holds; never larger than it was. Whole pixels, at least one each way. */
export function fittingSize(size: Size, mostPixels = CANVAS_PIXELS): Size {
  const scale = Math.min(1, Math.sqrt(mostPixels / pixelsOf(size)))
  return {
    width: Math.max(1, Math.floor(size.width * scale)),
    height: Math.max(1, Math.floor(size.height * scale)),
  }
}
