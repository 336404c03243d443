import { randomFrom } from './random.ts'
import { shadow } from './shadow.ts'
import {
  blur,
  type Colour,
  circle,
  cover,
  drawing,
  ellipse,
  fill,
  gradient,
  halo,
  type Paper,
  path,
  px,
  rect,
  repeat,
  stroke,
} from './svg.ts'

/** Boards with a grain, and the light from a window at the upper left. */
function boards(paper: Paper, seed: number, colours: readonly [Colour, Colour, Colour]) {
  const { width, height } = paper
  const random = randomFrom(seed)
  const count = 5
  const wide = width / count
  return `<defs>${gradient('wood', colours, 'slanted')}${halo('daylight', ['#fff3dc66', '#fff3dc22', '#fff3dc00'])}</defs>${cover(paper, 'wood')}
    ${repeat(count, (index) => `${rect(index * wide, 0, wide, height, `fill="#000000" opacity="${random.between(0, 0.13).toFixed(2)}"`)}${rect(index * wide, 0, 3, height, 'fill="#000000" opacity="0.35"')}`)}
    ${repeat(90, () => {
      const x = random.between(0, width)
      return path(
        `M${px(x)} 0 q${px(random.between(-14, 14))} ${px(height / 2)} ${px(random.between(-6, 6))} ${height}`,
        `${stroke('#1a0d06', random.between(0.6, 2))} opacity="${random.between(0.05, 0.2).toFixed(2)}"`,
      )
    })}${circle(width * 0.2, height * 0.1, width * 0.8, fill('daylight'))}`
}

/** A bowl of broth from above: noodles, lime, star anise, something green. */
export function soup(paper: Paper, seed = 12): string {
  const { width, height } = paper
  const random = randomFrom(seed)
  const [x, y, radius] = [width * 0.5, height * 0.52, Math.min(width, height) * 0.4]
  const inside = (most: number) => {
    const [angle, away] = [random.between(0, 2 * Math.PI), radius * most * Math.sqrt(random.next())]
    return { left: x + away * Math.cos(angle), top: y + away * Math.sin(angle) }
  }
  const noodles = repeat(46, () => {
    const { left, top } = inside(0.16)
    const [turn, bend] = [random.between(0, 360), radius * random.between(0.16, 0.52)]
    const line = `M${px(left - bend)} ${px(top)} A${px(bend)} ${px(bend * 0.8)} 0 0 1 ${px(left + bend * 0.6)} ${px(top - bend * 0.64)}`
    const turned = `transform="rotate(${Math.round(turn)} ${px(left)} ${px(top)})"`
    return `${path(line, `${stroke('#8a5a2a', radius * 0.046)} opacity="0.4" ${turned}`)}${path(line, `${stroke(random.pick(['#f6e6c4', '#efdab0', '#fbf0d8']), radius * 0.032)} ${turned}`)}`
  })
  const onions = repeat(26, () => {
    const { left, top } = inside(0.76)
    return circle(
      left,
      top,
      radius * random.between(0.022, 0.04),
      `fill="#cfe8a0" stroke="${random.pick(['#5f9a3a', '#7db24a', '#3f7d33'])}" stroke-width="${px(radius * 0.018)}"`,
    )
  })
  const oil = repeat(48, () => {
    const { left, top } = inside(0.84)
    return circle(
      left,
      top,
      radius * random.between(0.008, 0.034),
      'fill="#ffd98a" opacity="0.4" stroke="#fff0c0" stroke-width="1"',
    )
  })
  return drawing(
    paper,
    `${boards(paper, 4, ['#6b452e', '#4d2f20', '#2f1c14'])}
    <defs>${halo('broth', ['#d99a4e', '#c07c35', '#9a5a24', '#6f3d18'], 0.45)}${gradient('china', ['#fdfaf3', '#dcd8d0', '#a8a39c'], 'slanted')}${blur('shadow', radius * 0.09)}${blur('steam', radius * 0.12)}</defs>
    ${shadow(x, y, radius)}${circle(x, y, radius, fill('china'))}${circle(x, y, radius * 0.955, stroke('#3f6c9a', radius * 0.018))}
    ${circle(x, y, radius * 0.88, fill('broth'))}${oil}${noodles}${onions}
    ${lime(x + radius * 0.48, y - radius * 0.36, radius * 0.22)}
    ${anise(x - radius * 0.44, y + radius * 0.4, radius * 0.17)}${anise(x - radius * 0.12, y - radius * 0.58, radius * 0.12)}
    ${repeat(3, (index) => leaf(x - radius * 0.5 + index * radius * 0.13, y - radius * 0.14 - index * radius * 0.06, radius * 0.24, -50 + index * 38))}
    <g filter="url(#steam)">${path(`M${px(x - radius * 0.3)} ${px(y)} q${px(-radius * 0.3)} ${px(-radius * 0.5)} 0 ${px(-radius * 0.9)} M${px(x + radius * 0.2)} ${px(y + radius * 0.1)} q${px(radius * 0.3)} ${px(-radius * 0.5)} 0 ${px(-radius)}`, `${stroke('#ffffff', radius * 0.14)} opacity="0.28"`)}</g>
    <g transform="rotate(14 ${px(x + radius)} ${px(y)})">${repeat(2, (index) => rect(x + radius * (1.02 + index * 0.11), y - radius * 1.3, radius * 0.05, radius * 2.4, `fill="#2a1511" rx="8"`))}</g>`,
  )
}

function lime(x: number, y: number, radius: number) {
  const parts = repeat(8, (index) => {
    const [from, to] = [index * 45 + 4, index * 45 + 41].map((degrees) => (degrees * Math.PI) / 180) as [
      number,
      number,
    ]
    const inner = radius * 0.76
    return path(
      `M${px(x)} ${px(y)} L${px(x + inner * Math.cos(from))} ${px(y + inner * Math.sin(from))} A${px(inner)} ${px(inner)} 0 0 1 ${px(x + inner * Math.cos(to))} ${px(y + inner * Math.sin(to))} Z`,
      fill('#b9d95a'),
    )
  })
  return `${circle(x, y, radius, fill('#5d9133'))}${circle(x, y, radius * 0.9, fill('#eef4cf'))}${parts}${circle(x, y, radius * 0.09, fill('#eef4cf'))}`
}

const anise = (x: number, y: number, size: number) =>
  `${repeat(8, (index) => `<g transform="rotate(${index * 45 + 8} ${px(x)} ${px(y)})">${path(`M${px(x)} ${px(y)} q${px(size * 0.3)} ${px(-size * 0.5)} 0 ${px(-size)} q${px(-size * 0.3)} ${px(size * 0.5)} 0 ${px(size)}`, fill('#4b2413'))}${ellipse(x, y - size * 0.55, size * 0.07, size * 0.13, fill('#b8733a'))}</g>`)}${circle(x, y, size * 0.12, fill('#2d140a'))}`

const leaf = (x: number, y: number, size: number, turn: number) =>
  `<g transform="rotate(${turn} ${px(x)} ${px(y)})">${path(`M${px(x)} ${px(y)} q${px(size * 0.4)} ${px(-size * 0.45)} 0 ${px(-size)} q${px(-size * 0.4)} ${px(size * 0.55)} 0 ${px(size)}`, fill('#3f7f3a'))}${path(`M${px(x)} ${px(y)} V${px(y - size * 0.9)}`, `${stroke('#8cc26a', size * 0.03)}`)}</g>`
