import { type Random, randomFrom } from './random.ts'
import { stars } from './stars.ts'
import {
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
  rect,
} from './svg.ts'

/** A row of roofs with chimneys and windows, some of them lit. */
function roofs(
  random: Random,
  paper: Paper,
  { base, size, colour, lit }: { base: number; size: number; colour: Colour; lit: number },
) {
  let walls = ''
  let windows = ''
  for (let x = -size * random.next(); x < paper.width; ) {
    const wide = size * random.between(0.7, 1.35)
    const high = base - size * random.between(0.1, 0.75)
    const gable = random.chance(0.72) ? size * random.between(0.25, 0.55) : 0
    walls += `M${px(x)} ${paper.height} V${px(high)} L${px(x + wide / 2)} ${px(high - gable)} L${px(x + wide)} ${px(high)} V${paper.height} Z `
    const chimney = x + wide * random.between(0.18, 0.7)
    walls += `M${px(chimney)} ${px(high)} v${px(-gable - size * 0.16)} h${px(size * 0.13)} V${px(high)} Z `
    const step = size * 0.25
    for (let row = high + step * 0.7; row < paper.height; row += step * 1.25)
      for (let column = x + step * 0.5; column < x + wide - step * 0.7; column += step)
        if (random.chance(lit))
          windows += rect(
            column,
            row,
            step * 0.42,
            step * 0.62,
            `fill="${random.pick(['#ffd58a', '#ffc46b', '#ffe6b5'])}" opacity="${px(random.between(0.6, 1))}"`,
          )
    x += wide
  }
  return `${path(walls, fill(colour))}${windows}`
}

/** Above the roofs, where the sun has just gone, and one bright point that does not blink. */
export function rooftops(paper: Paper, seed = 21): string {
  const { width, height } = paper
  const random = randomFrom(seed)
  const size = Math.min(width, height) / 7
  const planet = { x: width * 0.63, y: height * 0.36 }
  return drawing(
    paper,
    `<defs>${gradient('sky', ['#141a3c', '#2a2a5e', '#5a3f7d', '#a85a86', '#e8846f', '#f8b878', '#fcd9a0'])}
      ${halo('shine', ['#fffaf0cc', '#fff0d02e', '#fff0d012', '#fff0d000'])}${gradient('haze', ['#f2a07a00', '#f2a07a66'])}</defs>
    ${cover(paper, 'sky')}
    ${stars(random, paper, 130, 0.5)}
    ${circle(planet.x, planet.y, size * 0.5, fill('shine'))}${circle(planet.x, planet.y, size * 0.05, fill('#ffffff'))}
    ${roofs(random, paper, { base: height * 0.8, size: size * 0.62, colour: '#8f4f73', lit: 0.02 })}
    ${rect(0, height * 0.6, width, height * 0.25, fill('haze'))}
    ${roofs(random, paper, { base: height * 0.87, size: size * 0.85, colour: '#573663', lit: 0.1 })}
    ${roofs(random, paper, { base: height * 0.95, size: size * 1.2, colour: '#2b2145', lit: 0.22 })}
    ${roofs(random, paper, { base: height * 1.04, size: size * 1.7, colour: '#171430', lit: 0.12 })}`,
  )
}
