import { randomFrom } from './random.ts'
import { shadow } from './shadow.ts'
import {
  blur,
  type Colour,
  circle,
  cover,
  drawing,
  fill,
  gradient,
  halo,
  type Paper,
  path,
  px,
  repeat,
  stroke,
} from './svg.ts'

export interface Glaze {
  cloth: readonly [Colour, Colour]
  rim: Colour
  glaze: readonly Colour[]
  speck: Colour
}

export const glazes = {
  dawn: {
    cloth: ['#e9ddcf', '#cdbba8'],
    rim: '#c98f78',
    glaze: ['#f6d6c2', '#eeb4a2', '#d88f86', '#b7706f'],
    speck: '#8a4b4a',
  },
  noon: {
    cloth: ['#e6e2d6', '#c7c2b0'],
    rim: '#6f9a94',
    glaze: ['#cfeee2', '#8ed0c4', '#4fa7a6', '#2f7f86'],
    speck: '#1d5660',
  },
  dusk: {
    cloth: ['#dcd5d6', '#b5a9b0'],
    rim: '#7a6a94',
    glaze: ['#cbbfe0', '#8f86c0', '#5c5a9c', '#3b3d78'],
    speck: '#e8dcf5',
  },
  night: {
    cloth: ['#d5d3cf', '#a9a8a6'],
    rim: '#3d4a5c',
    glaze: ['#5f7f9c', '#33547a', '#1c3354', '#0f1e38'],
    speck: '#d7e6f0',
  },
} as const satisfies Record<string, Glaze>

/** A bowl from above, with what the kiln has done inside. */
export function bowl(paper: Paper, { cloth, rim, glaze, speck }: Glaze, seed = 88): string {
  const { width, height } = paper
  const random = randomFrom(seed)
  const [x, y, radius] = [width / 2, height / 2, Math.min(width, height) * 0.37]
  const specks = repeat(170, () => {
    const [angle, away] = [random.between(0, 2 * Math.PI), radius * 0.9 * Math.sqrt(random.next())]
    return circle(
      x + away * Math.cos(angle),
      y + away * Math.sin(angle),
      random.between(0.8, 3.6),
      `fill="${speck}" opacity="${random.between(0.15, 0.6).toFixed(2)}"`,
    )
  })
  const rings = repeat(9, (index) =>
    circle(
      x,
      y,
      radius * (0.16 + index * 0.085),
      `${stroke('#ffffff', random.between(1, 4))} opacity="${random.between(0.05, 0.17).toFixed(2)}"`,
    ),
  )
  const threads = repeat(60, (index) => {
    const at = (index / 60) * (width + height)
    return path(`M${px(at)} 0 L${px(at - height)} ${height}`, `${stroke('#ffffff', 2)} opacity="0.12"`)
  })
  return drawing(
    paper,
    `<defs>${gradient('cloth', cloth, 'slanted')}${halo('glaze', glaze, 0.44)}${gradient('lip', ['#ffffffb0', '#ffffff10', '#00000060'], 'slanted')}
      ${gradient('depth', ['#00000070', '#00000000', '#ffffff40'], 'slanted')}${blur('shadow', radius * 0.1)}${blur('gloss', radius * 0.03)}</defs>
    ${cover(paper, 'cloth')}${threads}
    ${shadow(x, y, radius)}
    ${circle(x, y, radius, fill(rim))}${circle(x, y, radius, fill('lip'))}
    ${circle(x, y, radius * 0.93, fill('glaze'))}${rings}${specks}
    ${circle(x, y, radius * 0.93, fill('depth'))}
    ${path(`M${px(x - radius * 0.62)} ${px(y - radius * 0.2)} A${px(radius * 0.66)} ${px(radius * 0.66)} 0 0 1 ${px(x - radius * 0.1)} ${px(y - radius * 0.64)}`, `${stroke('#ffffff', radius * 0.07)} opacity="0.55" filter="url(#gloss)"`)}`,
  )
}
