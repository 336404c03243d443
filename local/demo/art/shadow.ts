import { circle } from './svg.ts'

/** What a round thing throws on the table, with the light from the upper left. Wants a filter `shadow`. */
export const shadow = (x: number, y: number, radius: number) =>
  circle(
    x + radius * 0.1,
    y + radius * 0.14,
    radius * 1.02,
    'fill="#000000" opacity="0.5" filter="url(#shadow)"',
  )
