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

/** Six lamps make a sunrise on an empty stage. */
export function stage(paper: Paper): string {
  const { width, height } = paper
  const floor = height * 0.78
  const colours: readonly Colour[] = ['#ff6f4e', '#ff9a4e', '#ffc45e', '#ffd98a', '#ff9f6b', '#f26a6f']
  const beams = colours.map((colour, index) => {
    const from = width * (0.14 + index * 0.144)
    const to = width * (0.36 + index * 0.056)
    const spread = width * 0.12
    return `<defs><linearGradient id="beam${index}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${colour}" stop-opacity="0.85"/><stop offset="1" stop-color="${colour}" stop-opacity="0.1"/></linearGradient></defs>
      ${path(`M${px(from - 9)} 46 L${px(to - spread)} ${px(floor + height * 0.09)} H${px(to + spread)} L${px(from + 9)} 46 Z`, `fill="url(#beam${index})" style="mix-blend-mode:screen" filter="url(#beam)"`)}
      ${rect(from - 22, 10, 44, 34, 'fill="#0c0a12" rx="8"')}${ellipse(from, 46, 17, 6, fill('#fff2d6'))}`
  })
  const folds = (left: number, sign: 1 | -1) =>
    repeat(8, (index) =>
      rect(
        left + sign * index * width * 0.021 - (sign < 0 ? width * 0.021 : 0),
        0,
        width * 0.022,
        height,
        `${fill('fold')} opacity="${(1 - index * 0.03).toFixed(2)}"`,
      ),
    )
  return drawing(
    paper,
    `<defs>${gradient('dark', ['#120a1c', '#2a1228', '#4a1f2e'])}${gradient('boards', ['#5a2c2a', '#241018'])}${halo('sun', ['#fff3cf', '#ffd27a', '#ff9a5a88', '#ff7a4a22', '#ff7a4a00'])}
      ${gradient('fold', ['#7a1826', '#3a0a18', '#8f2230', '#4a0d1c'], 'across')}${blur('beam', width * 0.008)}${blur('pool', height * 0.02)}</defs>
    ${cover(paper, 'dark')}${rect(0, floor, width, height - floor, fill('boards'))}
    ${repeat(13, (index) => path(`M${px(width * (0.5 + (index - 6) * 0.05))} ${px(floor)} L${px(width * (0.5 + (index - 6) * 0.13))} ${height}`, `${stroke('#14080e', 2.5)} opacity="0.6"`))}
    ${circle(width / 2, floor, height * 0.42, `${fill('sun')} style="mix-blend-mode:screen"`)}
    ${beams.join('')}
    ${ellipse(width / 2, floor + height * 0.09, width * 0.26, height * 0.05, 'fill="#ffe2a0" opacity="0.55" filter="url(#pool)"')}
    ${rect(width * 0.497, floor - height * 0.075, 6, height * 0.155, fill('#1a0c14'))}${circle(width / 2, floor - height * 0.075, 9, fill('#1a0c14'))}
    ${folds(0, 1)}${folds(width, -1)}${rect(0, 0, width, 14, fill('#0c0a12'))}`,
  )
}
