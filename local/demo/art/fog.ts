import { randomFrom } from './random.ts'
import { ridge } from './ridge.ts'
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
} from './svg.ts'

const fogs: readonly Colour[] = ['#a9b7bd', '#8fa3ab', '#6f8993', '#4e6d79', '#2f4f5c', '#16323f']

/** A fjord in the morning: one range behind the other, each in its own fog, and a ferry’s light. */
export function fog(paper: Paper, seed = 3): string {
  const { width, height } = paper
  const random = randomFrom(seed)
  const water = height * 0.78
  const ranges = fogs.map((colour, index) => {
    const top = height * (0.3 + index * 0.085)
    const range = ridge(random, paper, { top, rise: height * (0.2 - index * 0.02), roughness: 0.52 })
    return `${path(range, fill(colour))}
      ${ellipse(width * random.between(0.1, 0.9), top + height * 0.13, width * 0.65, height * 0.055, `fill="#dfe4e2" opacity="0.5" filter="url(#soft)"`)}`
  })
  const glints = repeat(60, () => {
    const y = random.between(water + 6, height)
    const long = random.between(20, 130) * (y / height)
    return rect(
      random.between(-40, width),
      y,
      long,
      1.6,
      `fill="#e8ece8" opacity="${px(random.between(0.1, 0.4))}"`,
    )
  })
  const ferry = { x: width * 0.34, y: water + height * 0.022 }
  return drawing(
    paper,
    `<defs>${gradient('sky', ['#e9d9c4', '#dcd9d0', '#c4cdcf', '#a9b7bd'])}
      ${gradient('water', ['#8ea1a6', '#5e7983', '#2b4753'])}
      ${halo('sun', ['#fff3dc', '#fff0d480', '#fff0d400'])}${halo('lamp', ['#ffe2a0', '#ffc96a70', '#ffc96a00'])}
      ${blur('soft', height * 0.028)}${blur('haze', height * 0.012)}</defs>
    ${cover(paper, 'sky')}
    ${circle(width * 0.68, height * 0.2, height * 0.24, fill('sun'))}
    ${ranges.join('')}
    ${rect(0, water, width, height - water, fill('water'))}
    ${rect(-40, water - height * 0.02, width + 80, height * 0.035, `fill="#e6eae7" opacity="0.65" filter="url(#haze)"`)}
    ${glints}
    ${path(`M${px(ferry.x - 34)} ${px(ferry.y)} h68 l-8 12 h-54 Z M${px(ferry.x - 20)} ${px(ferry.y)} v-12 h38 v12 Z M${px(ferry.x + 2)} ${px(ferry.y - 12)} v-10 h9 v10 Z`, fill('#1c2f38'))}
    ${circle(ferry.x - 12, ferry.y - 15, 34, fill('lamp'))}${circle(ferry.x - 12, ferry.y - 15, 3, fill('#fff6dd'))}
    ${rect(ferry.x - 14, ferry.y + 14, 5, height * 0.09, `fill="#ffdf9e" opacity="0.35" filter="url(#haze)"`)}`,
  )
}
