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
  stroke,
} from './svg.ts'

export interface Weather {
  sky: readonly Colour[]
  hills: readonly Colour[]
  light: Colour
  /** Where the sun is, from 0 at the left and the top to 1. */
  sun: { x: number; y: number }
  isRaining?: boolean
}

export const weathers = {
  morning: {
    sky: ['#8fb7cf', '#c9d8d2', '#f6dfbd', '#f7c9a0'],
    hills: ['#a9b9a6', '#86a188', '#5f8763', '#3f6b4a', '#294f39'],
    light: '#fff1cf',
    sun: { x: 0.24, y: 0.4 },
  },
  rain: {
    sky: ['#5b6973', '#77858c', '#95a1a3', '#b3babb'],
    hills: ['#8c9a99', '#6f8380', '#566f67', '#3d594e', '#28423a'],
    light: '#d5dbdc',
    sun: { x: 0.6, y: 0.2 },
    isRaining: true,
  },
  evening: {
    sky: ['#3b2f5e', '#7d4a77', '#c9697a', '#f09a6c', '#f8c98a'],
    hills: ['#8d5f78', '#6d4a6a', '#4e3857', '#362a47', '#221d36'],
    light: '#ffd9a0',
    sun: { x: 0.7, y: 0.47 },
  },
} as const satisfies Record<string, Weather>

/** The same hill with sheep and one dog, in any weather. */
export function hill(paper: Paper, weather: Weather, seed = 11): string {
  const { width, height } = paper
  const random = randomFrom(seed)
  const ranges = weather.hills.map((colour, index) => {
    const top = height * (0.5 + index * 0.085)
    return `${path(ridge(random, paper, { top, rise: height * 0.1, roughness: 0.28 }), fill(colour))}`
  })
  const unit = height / 100
  const flock = repeat(9, (index) => {
    const x = width * (0.3 + index * 0.052) + random.between(-1.6, 1.6) * unit
    const y = height * 0.905 + random.between(-2.4, 2.4) * unit
    return `${rect(x - 0.8 * unit, y, 0.35 * unit, 1.6 * unit, fill('#1d1a22'))}${rect(x + 0.6 * unit, y, 0.35 * unit, 1.6 * unit, fill('#1d1a22'))}
      ${ellipse(x, y, 1.75 * unit, 1.15 * unit, `fill="${weather.light}"`)}${circle(x + 1.7 * unit, y - 0.4 * unit, 0.6 * unit, fill('#2a2530'))}`
  })
  const dog = { x: width * 0.235, y: height * 0.918 }
  const drops = repeat(weather.isRaining ? 260 : 0, () => {
    const x = random.between(-40, width)
    const y = random.between(-40, height)
    const long = random.between(2, 6) * unit
    return path(
      `M${px(x)} ${px(y)} l${px(-long * 0.22)} ${px(long)}`,
      `${stroke('#eef3f4', 1.4)} opacity="${px(random.between(0.1, 0.45))}"`,
    )
  })
  const sun = { x: width * weather.sun.x, y: height * weather.sun.y }
  return drawing(
    paper,
    `<defs>${gradient('sky', weather.sky)}${halo('sun', [weather.light, `${weather.light}88`, `${weather.light}22`, `${weather.light}00`])}
      ${blur('haze', height * 0.03)}</defs>
    ${cover(paper, 'sky')}
    ${circle(sun.x, sun.y, height * 0.42, fill('sun'))}
    ${weather.isRaining ? '' : circle(sun.x, sun.y, height * 0.055, fill(weather.light))}
    ${repeat(4, (index) => ellipse(width * random.between(0, 1), height * (0.1 + index * 0.08), width * 0.3, height * 0.022, `fill="${weather.light}" opacity="0.35" filter="url(#haze)"`))}
    ${ranges.join('')}
    ${flock}
    ${path(`M${px(dog.x - 1.5 * unit)} ${px(dog.y)} h${px(3 * unit)} v${px(1.4 * unit)} h${px(-0.4 * unit)} v${px(-0.8 * unit)} h${px(-2 * unit)} v${px(0.8 * unit)} h${px(-0.5 * unit)} Z`, fill('#17141c'))}
    ${circle(dog.x + 1.7 * unit, dog.y - 0.4 * unit, 0.75 * unit, fill('#17141c'))}${circle(dog.x + 1.2 * unit, dog.y + 0.4 * unit, 0.45 * unit, fill('#f4efe4'))}
    ${path(`M${px(dog.x - 1.4 * unit)} ${px(dog.y + 0.2 * unit)} q${px(-1.6 * unit)} ${px(-0.2 * unit)} ${px(-2 * unit)} ${px(-1.6 * unit)}`, stroke('#17141c', 0.45 * unit))}
    ${drops}`,
  )
}
