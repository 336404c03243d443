import { blur, type Colour, cover, drawing, gradient, type Paper } from './svg.ts'

const paper: Paper = { width: 512, height: 512 }

/** A ground in two or three colours, and a sign on it. All in 512 × 512; the corners will be cut. */
export const portrait = (ground: readonly Colour[], sign: string) =>
  drawing(
    paper,
    `<defs>${gradient('ground', ground, 'slanted')}${blur('soft', 14)}</defs>${cover(paper, 'ground')}${sign}`,
    0.22,
  )
