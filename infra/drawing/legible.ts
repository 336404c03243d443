import { openDrawing } from './model.ts'

interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** A view as it is laid out, in pixels before it is made to fit. */
export interface LaidOut {
  view: string
  size: { width: number; height: number }
  boxes: readonly Box[]
  words: readonly Box[]
}

/** What the site leaves of a small screen, 1280 x 800, for a view. */
const SCREEN = { width: 1216, height: 698 }
/** The words of an arrow are the smallest, and have this size before the view is made to fit. */
const WORDS_PIXELS = 14
const SMALLEST_PIXELS = 7.9

/** Lays every view out, as the site does. */
export async function layOut(): Promise<LaidOut[]> {
  const likec4 = await openDrawing()
  try {
    const model = await likec4.layoutedModel()
    return [...model.views()].map(({ $view: view }) => {
      const inSequence = view._type === 'dynamic' && view.variant === 'sequence'
      return {
        view: view.id,
        size: inSequence ? view.sequenceLayout.bounds : view.bounds,
        boxes: inSequence ? [] : view.nodes.filter(({ children }) => children.length === 0),
        words: inSequence ? [] : view.edges.flatMap(({ labelBBox }) => labelBBox ?? []),
      }
    })
  } finally {
    await likec4.dispose()
  }
}

/** What can't be read on one small screen, in sentences. */
export const illegible = (views: readonly LaidOut[]): string[] =>
  views.flatMap(({ view, size, boxes, words }) => {
    const scale = Math.min(SCREEN.width / size.width, SCREEN.height / size.height, 1)
    const pixels = WORDS_PIXELS * scale
    const covered = words.filter((one, index) =>
      [...boxes, ...words.slice(index + 1)].some((other) => overlap(one, other)),
    )
    return [
      ...(pixels < SMALLEST_PIXELS ? [`The words of ${view} are ${pixels.toFixed(1)} pixels high.`] : []),
      ...(covered.length > 0 ? [`In ${view} ${covered.length} words lie on others or on boxes.`] : []),
    ]
  })

const overlap = (one: Box, other: Box) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height
