import { type Random, randomFrom } from './random.ts'
import {
  blur,
  type Colour,
  circle,
  drawing,
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

const facades: readonly Colour[] = [
  '#a4574a',
  '#c98b5e',
  '#7f4a4f',
  '#d7b48a',
  '#8c6a5d',
  '#b5694f',
  '#5e4a5a',
  '#cfa06c',
]

/** A narrow house at the water: a stepped or a pointed gable, tall windows. */
function facade(random: Random, x: number, wide: number, foot: number, high: number) {
  const top = foot - high
  const step = wide / 6
  const stepped = `v${px(-step)} h${px(step)} v${px(-step)} h${px(step)} v${px(-step)} h${px(2 * step)} v${px(step)} h${px(step)} v${px(step)} h${px(step)} v${px(step)}`
  const bell = `q${px(wide * 0.05)} ${px(-wide * 0.3)} ${px(wide * 0.3)} ${px(-wide * 0.34)} q${px(wide * 0.2)} ${px(-wide * 0.3)} ${px(wide * 0.4)} 0 q${px(wide * 0.25)} ${px(wide * 0.04)} ${px(wide * 0.3)} ${px(wide * 0.34)}`
  const pointed = `l${px(wide / 2)} ${px(-wide * 0.5)} l${px(wide / 2)} ${px(wide * 0.5)}`
  const rows = Math.round(high / (wide * 0.55))
  const windows = repeat(rows * 3, (index) => {
    const left = x + wide * (0.13 + (index % 3) * 0.27)
    const y = top + wide * 0.14 + Math.floor(index / 3) * wide * 0.52
    const pane = random.chance(0.4) ? random.pick(['#ffd892', '#ffcb78', '#ffe7b8']) : '#2c2a3f'
    return `${rect(left, y, wide * 0.2, wide * 0.32, `fill="${pane}" stroke="#efe4d2" stroke-width="${px(wide * 0.022)}"`)}`
  })
  return `${path(`M${px(x)} ${px(foot)} V${px(top)} ${random.pick([stepped, bell, pointed])} V${px(foot)} Z`, fill(random.pick(facades)))}${windows}`
}

/** A canal without a breath of wind, and a lone bicycle at the rail. */
export function canal(paper: Paper, seed = 5): string {
  const { width, height } = paper
  const random = randomFrom(seed)
  const foot = height * 0.56
  let houses = ''
  for (let x = -20; x < width; ) {
    const wide = width * random.between(0.075, 0.11)
    houses += facade(random, x, wide, foot, height * random.between(0.26, 0.36))
    x += wide
  }
  const ripples = repeat(70, () => {
    const y = foot + 16 + (height - foot) * random.next() ** 0.7
    return rect(
      random.between(-60, width),
      y,
      random.between(30, 170),
      1.8,
      `fill="#ffe3bd" opacity="${random.between(0.05, 0.3).toFixed(2)}"`,
    )
  })
  return drawing(
    paper,
    `<defs>${gradient('sky', ['#5d7fa8', '#98a9c0', '#e3bfae', '#f9cf9f'])}${gradient('dark', ['#1a254000', '#1a2540b8'])}
      <filter id="water" x="-5%" y="-5%" width="110%" height="110%"><feTurbulence type="turbulence" baseFrequency="0.004 0.06" numOctaves="2" seed="8"/>
        <feDisplacementMap in="SourceGraphic" scale="26" xChannelSelector="R" yChannelSelector="A"/></filter>
      ${blur('soft', 9)}${halo('lamp', ['#ffe9b8', '#ffd28066', '#ffd28000'])}
      <clipPath id="below"><rect y="${px(foot + 12)}" width="${width}" height="${height}"/></clipPath>
      <g id="row">${rect(-60, 0, width + 120, foot, fill('sky'))}
        ${repeat(5, () => `<ellipse cx="${px(random.between(0, width))}" cy="${px(random.between(0.05, 0.22) * height)}" rx="${px(width * 0.16)}" ry="${px(height * 0.014)}" fill="#fff1e0" opacity="0.6" filter="url(#soft)"/>`)}
        ${houses}</g></defs>
    <use href="#row"/>
    <g clip-path="url(#below)"><g filter="url(#water)"><use href="#row" transform="translate(0 ${px(2 * foot + 12)}) scale(1 -1)"/></g>
      ${rect(0, foot, width, height - foot, fill('dark'))}</g>
    ${ripples}
    ${rect(0, foot, width, 13, fill('#3b3340'))}
    ${repeat(7, (index) => {
      const x = width * (0.08 + index * 0.14)
      return `${rect(x, foot - 58, 3, 58, fill('#221e2b'))}${circle(x + 1.5, foot - 60, 40, fill('lamp'))}${circle(x + 1.5, foot - 60, 5, fill('#fff3d2'))}`
    })}
    ${bicycle(width * 0.635, foot - 17, 16)}`,
  )
}

function bicycle(x: number, y: number, radius: number) {
  const wheel = (left: number) => circle(left, y, radius, stroke('#15121c', 2.6))
  const [back, front] = [x, x + radius * 2.9]
  return `${wheel(back)}${wheel(front)}${path(
    `M${px(back)} ${px(y)} L${px(x + radius * 1.1)} ${px(y)} L${px(x + radius * 2.4)} ${px(y - radius * 1.5)} L${px(x + radius * 0.7)} ${px(y - radius * 1.4)} L${px(back)} ${px(y)} M${px(x + radius * 1.1)} ${px(y)} L${px(x + radius * 0.6)} ${px(y - radius * 1.9)} m${px(-radius * 0.4)} 0 h${px(radius * 0.9)} M${px(front)} ${px(y)} L${px(x + radius * 2.3)} ${px(y - radius * 2)} h${px(-radius * 0.5)}`,
    stroke('#15121c', 2.8),
  )}`
}
