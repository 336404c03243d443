import { randomFrom } from './random.ts'
import { cover, drawing, ellipse, fill, gradient, type Paper, path, px, rect, repeat, stroke } from './svg.ts'

/** The rows of the hat’s brim: a pattern that repeats, stitch by stitch. */
const pattern = [
  '....#....',
  '...###...',
  '..##.##..',
  '.##...##.',
  '##..#..##',
  '.##...##.',
  '..##.##..',
  '...###...',
  '....#....',
  '.........',
  'o.o.o.o.o',
  '.........',
]

/** Knitting so close that every stitch can be counted. */
export function knitting(paper: Paper, seed = 17): string {
  const { width, height } = paper
  const random = randomFrom(seed)
  const columns = 27
  const wide = width / columns
  const high = wide * 0.78
  const wool = {
    '.': ['#e9dcc6', '#d3c1a4'],
    '#': ['#3f6b76', '#2a4d59'],
    o: ['#c9744f', '#a3553a'],
  } as const
  const stitches = repeat(Math.ceil(height / high) + 2, (row) =>
    repeat(columns, (column) => {
      const mark = (pattern[row % pattern.length]?.[column % 9] ?? '.') as keyof typeof wool
      const [x, y] = [(column + 0.5) * wide, row * high + random.between(-1, 1)]
      const half = (sign: 1 | -1) =>
        `<g transform="translate(${px(x + sign * wide * 0.23)} ${px(y)}) rotate(${sign * 26})">${ellipse(0, 0, wide * 0.24, high * 0.74, `fill="${wool[mark][1]}"`)}${ellipse(-wide * 0.03, -high * 0.05, wide * 0.15, high * 0.6, `fill="${wool[mark][0]}"`)}${path(`M${px(-wide * 0.1)} ${px(-high * 0.3)} l${px(wide * 0.16)} ${px(high * 0.22)} m${px(-wide * 0.18)} ${px(high * 0.05)} l${px(wide * 0.18)} ${px(high * 0.24)}`, `${stroke(wool[mark][1], wide * 0.03)} opacity="0.6"`)}</g>`
      return `${half(-1)}${half(1)}`
    }),
  )
  return drawing(
    paper,
    `<defs>${gradient('light', ['#fff4dc50', '#00000000', '#1a0f1f88'], 'slanted')}</defs>${rect(0, 0, width, height, fill('#6f5f4c'))}${stitches}${cover(paper, 'light')}`,
  )
}
