import { randomFrom } from './random.ts'
import {
  blur,
  type Colour,
  circle,
  cover,
  drawing,
  ellipse,
  fill,
  gradient,
  type Paper,
  path,
  px,
  repeat,
  stroke,
} from './svg.ts'

const cityLights: readonly Colour[] = [
  '#ffb45e',
  '#ff8a5c',
  '#ffd591',
  '#e2607a',
  '#7aa7ff',
  '#67d0c8',
  '#c58bff',
  '#fff0cf',
]

/** A town through a wet window: every lamp a disc, every drop a lens. */
export function rainWindow(paper: Paper, seed = 47): string {
  const { width, height } = paper
  const random = randomFrom(seed)
  const unit = Math.min(width, height) / 100
  const lamps = repeat(64, () => {
    const y = height * (0.3 + 0.62 * random.next() ** 1.15)
    const colour = random.pick(cityLights)
    return circle(
      random.between(0, width),
      y,
      unit * random.between(1.6, 7.5),
      `fill="${colour}" opacity="${random.between(0.16, 0.62).toFixed(2)}" stroke="${colour}" stroke-width="2"`,
    )
  })
  const drops = repeat(330, () => {
    const [x, y, size] = [
      random.between(0, width),
      random.between(0, height),
      unit * (0.22 + 1.25 * random.next() ** 4),
    ]
    return `${ellipse(x, y, size, size * 1.12, `${fill('drop')} opacity="0.8"`)}${circle(x - size * 0.3, y - size * 0.38, size * 0.2, 'fill="#ffffff" opacity="0.85"')}`
  })
  const trails = repeat(11, () => {
    const [x, y, size] = [
      random.between(0, width),
      random.between(0.15, 0.9) * height,
      unit * random.between(0.8, 1.3),
    ]
    const trail = path(
      `M${px(x)} ${px(y)} q${px(random.between(-8, 8))} ${px(-height * 0.1)} ${px(random.between(-6, 6))} ${px(-height * random.between(0.15, 0.4))}`,
      `${stroke('#dfe9ff', size * 0.9)} opacity="0.13"`,
    )
    return `${trail}${ellipse(x, y, size, size * 1.4, `${fill('drop')}`)}${circle(x - size * 0.3, y - size * 0.5, size * 0.24, 'fill="#ffffff" opacity="0.9"')}`
  })
  return drawing(
    paper,
    `<defs>${gradient('night', ['#0c1430', '#1b2450', '#3a2a58', '#2a1b38'])}${gradient('drop', ['#10183acc', '#5a6aa055', '#ffe2b8b0'])}
      ${blur('lens', unit * 0.35)}${blur('far', unit * 6)}</defs>
    ${cover(paper, 'night')}
    ${ellipse(width * 0.5, height * 0.72, width * 0.6, height * 0.12, 'fill="#ff9a5c" opacity="0.35" filter="url(#far)"')}
    <g filter="url(#lens)">${lamps}</g>${drops}${trails}`,
  )
}
