interface Sized {
  width: number
  height: number
}

const TALLEST = 3 / 4
const WIDEST = 16 / 9

/** Width by height of the room that photos take: one keeps its shape within reason, several share a wide frame. */
export function gridRatio(photos: readonly Sized[]): number {
  const [first] = photos
  if (photos.length !== 1 || first === undefined) return photos.length === 2 ? WIDEST : 3 / 2
  const own = first.width / first.height
  return Number.isFinite(own) && own > 0 ? Math.min(WIDEST, Math.max(TALLEST, own)) : WIDEST
}
