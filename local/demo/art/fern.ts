import { randomFrom } from './random.ts'
import {
  blur,
  circle,
  cover,
  drawing,
  ellipse,
  gradient,
  type Paper,
  path,
  px,
  rect,
  repeat,
  stroke,
} from './svg.ts'

/** A fern that somebody pressed between two pages. */
export function fern(paper: Paper, seed = 212): string {
  const { width, height } = paper
  const random = randomFrom(seed)
  const side = Math.min(width, height)
  const along = (part: number) => ({
    x: width * (0.42 + 0.2 * part - 0.1 * Math.sin(part * 2.6)),
    y: height * (0.9 - 0.78 * part),
  })
  const pairs = repeat(19, (index) => {
    const part = 0.1 + index * 0.047
    const { x, y } = along(part)
    const long =
      side * 0.3 * Math.sin(Math.min(1, (1.06 - part) * 1.1) * 1.45) * (part < 0.2 ? 0.75 + part : 1)
    return [-1, 1]
      .map((sign) => {
        const turn = sign * (62 - part * 24) + 12 * part + random.between(-3, 3)
        const teeth = repeat(9, (tooth) => {
          const at = -long * (0.1 + tooth * 0.1)
          const wide = side * 0.02 * (1 - tooth * 0.085) * (long / (side * 0.3) + 0.25)
          return `${ellipse(wide * 0.8, at, wide, wide * 0.42, `fill="url(#frond)" transform="rotate(-32 0 ${px(at)})"`)}${ellipse(-wide * 0.8, at, wide, wide * 0.42, `fill="url(#frond)" transform="rotate(32 0 ${px(at)})"`)}`
        })
        return `<g transform="translate(${px(x)} ${px(y)}) rotate(${px(turn)})">${path(`M0 0 Q${px(sign * long * 0.04)} ${px(-long * 0.5)} 0 ${px(-long)}`, stroke('#5c6b35', side * 0.0035))}${teeth}</g>`
      })
      .join('')
  })
  const spine = Array.from({ length: 24 }, (_, index) => along(index / 23)).map(
    ({ x, y }) => `${px(x)} ${px(y)}`,
  )
  const lines = repeat(27, (index) => {
    const y = height * (0.1 + index * 0.03)
    const isLast = index % 7 === 6
    return repeat(isLast ? 6 : 11, (word) =>
      rect(
        width * (0.12 + word * 0.07),
        y,
        width * random.between(0.03, 0.062),
        height * 0.0065,
        'fill="#6b5a48" opacity="0.34" rx="3"',
      ),
    )
  })
  return drawing(
    paper,
    `<defs>${gradient('page', ['#f3e8d0', '#eadcbf', '#d6c29d'], 'slanted')}${gradient('frond', ['#7f8f48', '#5f7438', '#4a5f30'])}${gradient('gutter', ['#5a4630a0', '#5a463000', '#5a463000', '#5a463000'], 'across')}${blur('shadow', side * 0.008)}
      <g id="fern">${path(`M${spine.join(' L')}`, stroke('#55602f', side * 0.008))}${pairs}</g></defs>
    ${cover(paper, 'page')}${lines}${cover(paper, 'gutter')}
    ${repeat(26, () => circle(random.between(0, width), random.between(0, height), random.between(2, 9), 'fill="#a57c42" opacity="0.08"'))}
    <g filter="url(#shadow)" opacity="0.35" transform="translate(9 12)"><use href="#fern"/></g><use href="#fern"/>`,
  )
}
