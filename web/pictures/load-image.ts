/**
 * A picture as the browser reads it: turned upright as its camera says, its size known, its pixels not yet decoded.
 * Rejects when this is nothing that the browser can show. Whoever has it lets it go with `releaseImage`.
 */
export async function loadImage(blob: Blob): Promise<HTMLImageElement> {
  const image = new Image()
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  image.onload = () => resolve()
  image.onerror = () => reject(new Error('This browser does not read this file as a picture.'))
  image.src = URL.createObjectURL(blob)
  await promise.catch((error: unknown) => {
    releaseImage(image)
    throw error
  })
  return image
}

/** Its file no longer has to be kept in memory; it can't be drawn any more. */
export function releaseImage({ src }: HTMLImageElement): void {
  URL.revokeObjectURL(src)
}

export const sizeOf = ({ naturalWidth, naturalHeight }: HTMLImageElement) => ({
  width: naturalWidth,
  height: naturalHeight,
})
