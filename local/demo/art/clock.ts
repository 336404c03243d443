import {
  blur,
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

const TURN = 2 * Math.PI

/** A clock at ten past ten, which is how clocks smile. */
export function clock(paper: Paper): string {
  const { width, height } = paper
  const [x, y, radius] = [width / 2, height / 2, Math.min(width, height) * 0.4]
  const around = (part: number, away: number) => ({
    left: x + away * Math.sin(part * TURN),
    top: y - away * Math.cos(part * TURN),
  })
  const line = (part: number, from: number, to: number, look: string) => {
    const [start, end] = [around(part, from), around(part, to)]
    return path(`M${px(start.left)} ${px(start.top)} L${px(end.left)} ${px(end.top)}`, look)
  }
  const ticks = repeat(60, (index) => {
    const isHour = index % 5 === 0
    return line(
      index / 60,
      radius * (isHour ? 0.72 : 0.79),
      radius * 0.83,
      stroke('#3a2a22', radius * (isHour ? 0.026 : 0.008)),
    )
  })
  const hand = (part: number, long: number, wide: number) =>
    `${line(part, -radius * 0.12, radius * long, stroke('#1f2a44', radius * wide))}${circle(around(part, radius * long * 0.72).left, around(part, radius * long * 0.72).top, radius * wide * 1.9, `${stroke('#1f2a44', radius * wide * 0.9)}`)}`
  const small = { left: x, top: y + radius * 0.4, radius: radius * 0.2 }
  const others = [
    [0.08, 0.1, 0.16],
    [0.93, 0.13, 0.2],
    [0.06, 0.93, 0.19],
    [0.96, 0.9, 0.15],
  ] as const
  return drawing(
    paper,
    `<defs>${gradient('shop', ['#3a2a26', '#5a3d2c', '#2a1d1c'], 'slanted')}${gradient('brass', ['#fff0bd', '#d9a650', '#8a5a22', '#e6bd6c', '#6f4518'], 'slanted')}
      ${halo('face', ['#fffaf0', '#f8edd6', '#e6d2ad'], 0.42)}${gradient('glass', ['#ffffff70', '#ffffff10', '#ffffff00'], 'slanted')}${blur('soft', radius * 0.06)}${halo('far', ['#e9d6b0b0', '#e4cfa6b0', '#dcc498b0', '#cfb184b0', '#a97f45a0', '#8a5a2200'])}</defs>
    ${cover(paper, 'shop')}
    ${others.map(([left, top, size]) => circle(width * left, height * top, width * size * 1.15, fill('far'))).join('')}
    ${circle(x + radius * 0.05, y + radius * 0.1, radius * 1.06, 'fill="#000000" opacity="0.55" filter="url(#soft)"')}
    ${circle(x, y, radius * 1.05, fill('brass'))}${circle(x, y, radius * 0.96, fill('#6a431a'))}${circle(x, y, radius * 0.93, fill('face'))}
    ${circle(x, y, radius * 0.86, stroke('#3a2a22', radius * 0.006))}${ticks}
    ${circle(small.left, small.top, small.radius, `fill="#efe0c2" stroke="#3a2a22" stroke-width="${px(radius * 0.008)}"`)}
    ${repeat(12, (index) => path(`M${px(small.left)} ${px(small.top - small.radius * 0.92)} v${px(small.radius * 0.16)}`, `${stroke('#3a2a22', radius * 0.008)} transform="rotate(${index * 30} ${px(small.left)} ${px(small.top)})"`))}
    ${path(`M${px(small.left)} ${px(small.top)} l${px(small.radius * 0.5)} ${px(small.radius * 0.6)}`, stroke('#a8402e', radius * 0.014))}
    ${hand(10 / 12 + 10 / 720, 0.5, 0.03)}${hand(10 / 60, 0.74, 0.022)}
    ${circle(x, y, radius * 0.055, fill('brass'))}${circle(x, y, radius * 0.02, fill('#3a2a22'))}
    ${path(`M${px(x - radius * 0.78)} ${px(y - radius * 0.3)} A${px(radius * 0.84)} ${px(radius * 0.84)} 0 0 1 ${px(x + radius * 0.3)} ${px(y - radius * 0.78)} Q${px(x - radius * 0.4)} ${px(y - radius * 0.5)} ${px(x - radius * 0.78)} ${px(y - radius * 0.3)}`, fill('glass'))}`,
  )
}
