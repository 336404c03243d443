export interface Paper {
  width: number
  height: number
}

/** A colour as `#rrggbb`, or `#rrggbbaa` where something shines through. */
export type Colour = `#${string}`

export const px = (value: number) => String(Math.round(value * 10) / 10)

export const repeat = (count: number, draw: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => draw(index)).join('')

/** A whole picture: what is drawn, with a little grain over it, as film has it. */
export function drawing({ width, height }: Paper, layers: string, grain = 0.3): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    ${layers}
    <filter id="film" x="0" y="0" width="100%" height="100%">
      <feTurbulence type="fractalNoise" baseFrequency="0.75" numOctaves="2" seed="${width}"/>
      <feColorMatrix type="matrix" values="1 0 0 0 0  1 0 0 0 0  1 0 0 0 0  0 0 0 0 1"/>
    </filter>
    <rect width="${width}" height="${height}" filter="url(#film)" opacity="${grain}" style="mix-blend-mode:soft-light"/>
  </svg>`
}

const directions = {
  down: 'x1="0" y1="0" x2="0" y2="1"',
  across: 'x1="0" y1="0" x2="1" y2="0"',
  slanted: 'x1="0" y1="0" x2="1" y2="1"',
}

/** Colours that pass into one another, at even distances. */
export function gradient(
  id: string,
  colours: readonly Colour[],
  direction: keyof typeof directions = 'down',
) {
  return `<linearGradient id="${id}" ${directions[direction]}>${stops(colours)}</linearGradient>`
}

/** Colours from the middle to the edge. */
export function halo(id: string, colours: readonly Colour[], focus = 0.5) {
  return `<radialGradient id="${id}" fx="${focus}" fy="${focus}">${stops(colours)}</radialGradient>`
}

function stops(colours: readonly Colour[]) {
  const last = colours.length - 1
  return colours.map((colour, index) => `<stop offset="${index / last}" stop-color="${colour}"/>`).join('')
}

export const blur = (id: string, deviation: number) =>
  `<filter id="${id}" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="${deviation}"/></filter>`

export const rect = (x: number, y: number, width: number, height: number, look: string) =>
  `<rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" ${look}/>`

export const circle = (x: number, y: number, radius: number, look: string) =>
  `<circle cx="${px(x)}" cy="${px(y)}" r="${px(radius)}" ${look}/>`

export const ellipse = (x: number, y: number, rx: number, ry: number, look: string) =>
  `<ellipse cx="${px(x)}" cy="${px(y)}" rx="${px(rx)}" ry="${px(ry)}" ${look}/>`

export const path = (d: string, look: string) => `<path d="${d}" ${look}/>`

export const fill = (paint: string) => `fill="${paint.startsWith('#') ? paint : `url(#${paint})`}"`

export const stroke = (colour: Colour, width: number) =>
  `fill="none" stroke="${colour}" stroke-width="${px(width)}" stroke-linecap="round"`

export const cover = ({ width, height }: Paper, paint: string) => rect(0, 0, width, height, fill(paint))
