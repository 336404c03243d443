export interface Point {
  x: number
  y: number
}

/** How a picture lies on its stage: moved from the centre by pixels, and scaled: 1 is as it fits. */
export interface View extends Point {
  scale: number
}

interface Box {
  width: number
  height: number
}

export const restingView: View = { x: 0, y: 0, scale: 1 }

/** Scales and keeps what is under `at` in its place. `at` is in pixels from the centre of the stage. */
export function zoomedAt(view: View, at: Point, scale: number): View {
  const growth = scale / view.scale
  return { scale, x: at.x - (at.x - view.x) * growth, y: at.y - (at.y - view.y) * growth }
}

/** Within the bounds: a picture larger than the stage covers it, a smaller one lies in its middle. */
export function contained(view: View, picture: Box, stage: Box): View {
  const roomX = Math.max(0, (picture.width * view.scale - stage.width) / 2)
  const roomY = Math.max(0, (picture.height * view.scale - stage.height) / 2)
  return { scale: view.scale, x: clamp(view.x, -roomX, roomX), y: clamp(view.y, -roomY, roomY) }
}

export const clamp = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(most, value))

export const middleOf = (some: Point, other: Point): Point => ({
  x: (some.x + other.x) / 2,
  y: (some.y + other.y) / 2,
})

export const distanceOf = (some: Point, other: Point): number =>
  Math.hypot(some.x - other.x, some.y - other.y)
