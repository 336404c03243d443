import { randomFrom } from './random.ts'
import { ridge } from './ridge.ts'
import {
  blur,
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
} from './svg.ts'

/** From below: two sickles and a forked tail. */
export const SWIFT =
  'M-2.1 0.55 Q-1.2 -0.5 0 -0.55 Q1.2 -0.5 2.1 0.55 Q1 -0.12 0.28 0.08 L0.2 0.6 L0.34 1.15 L0 0.8 L-0.34 1.15 L-0.2 0.6 L-0.28 0.08 Q-1 -0.12 -2.1 0.55 Z'

/** Eleven swifts over the bus station. */
export function swifts(paper: Paper, seed = 19): string {
  const { width, height } = paper
  const random = randomFrom(seed)
  const unit = Math.min(width, height) / 100
  const birds = repeat(11, (index) => {
    const x = width * (0.14 + 0.73 * ((index * 0.382 + 0.1) % 1))
    const y = height * (0.1 + 0.055 * index) * random.between(0.85, 1.1)
    const size = unit * random.between(2.6, 6)
    return `<g transform="translate(${px(x)} ${px(y)}) rotate(${Math.round(random.between(-75, 75))}) scale(${px(size)})">${path(SWIFT, fill('#241c2c'))}</g>`
  })
  const roof = height * 0.84
  return drawing(
    paper,
    `<defs>${gradient('sky', ['#5f93b8', '#8fb5c4', '#c9cdbb', '#f2d3a0', '#f5b37c'])}${blur('cloud', height * 0.02)}${halo('lamp', ['#fff2c8', '#ffdf9a66', '#ffdf9a00'])}</defs>
    ${cover(paper, 'sky')}
    <g filter="url(#cloud)" opacity="0.7">${repeat(9, () => ellipse(random.between(0, width), height * random.between(0.2, 0.7), width * random.between(0.12, 0.34), height * random.between(0.01, 0.028), fill('#fff2e0')))}</g>
    ${path(ridge(random, paper, { top: height * 0.88, rise: height * 0.03, roughness: 0.6 }), 'fill="#8d6d74" opacity="0.8"')}
    ${path(`M${px(width * 0.06)} ${px(roof)} L${px(width * 0.96)} ${px(roof - height * 0.045)} V${px(roof - height * 0.02)} L${px(width * 0.06)} ${px(roof + height * 0.024)} Z`, fill('#2a2232'))}
    ${repeat(5, (index) => rect(width * (0.14 + index * 0.18), roof - height * 0.01 * index, unit * 1.1, height, fill('#2a2232')))}
    ${rect(0, height * 0.975, width, height, fill('#2a2232'))}
    ${rect(width * 0.36, height * 0.885, width * 0.3, height * 0.085, 'fill="#a84a3c" rx="10"')}${repeat(5, (index) => rect(width * (0.375 + index * 0.054), height * 0.898, width * 0.045, height * 0.03, 'fill="#ffe3ae" rx="4"'))}
    ${circle(width * 0.42, height * 0.972, unit * 1.7, fill('#1a141f'))}${circle(width * 0.6, height * 0.972, unit * 1.7, fill('#1a141f'))}
    ${rect(width * 0.87, height * 0.62, unit * 0.8, height * 0.4, fill('#2a2232'))}${rect(width * 0.81, height * 0.62, width * 0.07, unit * 0.8, fill('#2a2232'))}${circle(width * 0.815, height * 0.63, unit * 6, fill('lamp'))}
    ${birds}`,
  )
}
