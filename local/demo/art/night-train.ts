import { randomFrom } from './random.ts'
import { ridge } from './ridge.ts'
import { stars } from './stars.ts'
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
  stroke,
} from './svg.ts'

/** The last train, seen from a dark field. */
export function nightTrain(paper: Paper, seed = 31): string {
  const { width, height } = paper
  const random = randomFrom(seed)
  const rail = height * 0.72
  const high = height * 0.135
  const car = width * 0.3
  const cars = repeat(5, (index) => {
    const x = -car * 0.35 + index * car * 1.02
    const windows = repeat(7, (place) => {
      const left = x + car * (0.05 + place * 0.132)
      const wide = car * 0.1
      const isDoor = place === 3
      const pane = rect(
        left,
        rail - high * 0.8,
        wide,
        high * (isDoor ? 0.72 : 0.42),
        `${fill('window')} rx="5"`,
      )
      const head = left + wide * random.between(0.3, 0.7)
      const foot = rail - high * 0.38
      const isTaken = !isDoor && random.chance(0.4)
      return `${pane}${isTaken ? `${circle(head, foot - wide * 0.34, wide * 0.16, fill('#4a2f35'))}${path(`M${px(head - wide * 0.28)} ${px(foot)} q${px(wide * 0.28)} ${px(-wide * 0.4)} ${px(wide * 0.56)} 0 Z`, fill('#4a2f35'))}` : ''}`
    })
    return `${rect(x, rail - high, car, high, `${fill('coach')} rx="12"`)}${windows}${rect(x + 8, rail - high * 0.27, car - 16, 4, fill('#b8503f'))}`
  })
  const spill = repeat(34, (index) => {
    const x = width * (index / 33)
    return ellipse(
      x,
      rail + height * 0.075,
      width * 0.018,
      height * 0.05,
      `fill="#ffc877" opacity="${random.between(0.08, 0.3).toFixed(2)}"`,
    )
  })
  const blades = repeat(240, () => {
    const x = random.between(0, width)
    const long = height * random.between(0.05, 0.16)
    return path(
      `M${px(x)} ${height} q${px(random.between(-14, 14))} ${px(-long * 0.6)} ${px(random.between(-30, 30))} ${px(-long)}`,
      stroke('#070b18', random.between(2, 5)),
    )
  })
  return drawing(
    paper,
    `<defs>${gradient('sky', ['#080d24', '#10193c', '#1d2c5a', '#35477c', '#56618c'])}${gradient('window', ['#ffe9bb', '#ffcc7d', '#f4a957'])}
      ${gradient('coach', ['#3d4a6e', '#28324f', '#161d33'])}${gradient('field', ['#10182f', '#070b18'])}
      ${halo('moon', ['#fff8e6', '#fff1cc55', '#fff1cc14', '#fff1cc00'])}${blur('soft', height * 0.016)}${blur('wide', height * 0.04)}</defs>
    ${cover(paper, 'sky')}${stars(random, paper, 220)}
    ${circle(width * 0.8, height * 0.2, height * 0.2, fill('moon'))}${circle(width * 0.8, height * 0.2, height * 0.045, fill('#fff8e8'))}
    ${path(ridge(random, paper, { top: height * 0.6, rise: height * 0.1, roughness: 0.42 }), fill('#1c2748'))}
    ${path(ridge(random, paper, { top: height * 0.67, rise: height * 0.05, roughness: 0.4 }), fill('#131c37'))}
    ${rect(0, rail, width, height - rail, fill('field'))}
    ${rect(0, rail - high * 1.15, width, high * 1.4, 'fill="#ffb765" opacity="0.28" filter="url(#wide)"')}
    ${cars}${rect(0, rail, width, 5, fill('#4f587a'))}
    <g filter="url(#soft)">${spill}</g>${blades}`,
  )
}
