export interface Size {
  width: number
  height: number
}

/** How many times as tall as its variant is wide a photo may be: a long screenshot stays readable, a ribbon stays bounded. */
const TALLEST = 4

/**
 * The size of a variant of a picture, in whole pixels.
 * With a height it has the variant's shape, cut out of the picture; without, it has the picture's. It is never larger than the picture.
 */
export function sizeOf(picture: Size, variant: { width: number; height?: number }): Size {
  if (variant.height === undefined) {
    const scale = Math.min(1, variant.width / picture.width, (variant.width * TALLEST) / picture.height)
    return inPixels({ width: picture.width * scale, height: picture.height * scale })
  }
  const shape = variant.width / variant.height
  const width = Math.min(variant.width, picture.width, picture.height * shape)
  return inPixels({ width, height: width / shape })
}

const inPixels = ({ width, height }: Size): Size => ({
  width: Math.max(1, Math.round(width)),
  height: Math.max(1, Math.round(height)),
})
