import { randomFrom } from './random.ts'
import { shadow } from './shadow.ts'
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

/** Tea on a stone table in the park, with the shadows of leaves. */
export function tea(paper: Paper, seed = 6): string {
  const { width, height } = paper
  const random = randomFrom(seed)
  const side = Math.min(width, height)
  const cup = (x: number, y: number, radius: number) =>
    `${shadow(x, y, radius)}${circle(x, y, radius, fill('china'))}${circle(x, y, radius * 0.96, stroke('#7fa6a0', radius * 0.03))}${circle(x, y, radius * 0.84, fill('tea'))}
     ${path(`M${px(x - radius * 0.5)} ${px(y - radius * 0.25)} A${px(radius * 0.58)} ${px(radius * 0.58)} 0 0 1 ${px(x)} ${px(y - radius * 0.58)}`, `${stroke('#fff8df', radius * 0.07)} opacity="0.6"`)}`
  const shade = repeat(46, () => {
    const [x, y, size] = [
      random.between(0.35, 1.05) * width,
      random.between(-0.05, 0.6) * height,
      side * random.between(0.05, 0.1),
    ]
    return `<g transform="rotate(${Math.round(random.between(0, 360))} ${px(x)} ${px(y)})">${path(`M${px(x)} ${px(y)} q${px(size * 0.24)} ${px(-size * 0.6)} 0 ${px(-size * 1.5)} q${px(-size * 0.24)} ${px(size * 0.8)} 0 ${px(size * 1.5)}`, fill('#27332f'))}</g>`
  })
  return drawing(
    paper,
    `<defs>${gradient('stone', ['#d9d4c4', '#bdb9aa', '#9c9a8f'], 'slanted')}${gradient('china', ['#ffffff', '#e6e6dd', '#b7b8ae'], 'slanted')}${halo('tea', ['#e9b95c', '#d99a3e', '#b87527', '#8d541a'], 0.42)}
      ${blur('shadow', side * 0.022)}${blur('leaves', side * 0.012)}</defs>
    ${cover(paper, 'stone')}
    ${repeat(420, () => circle(random.between(0, width), random.between(0, height), random.between(0.8, 3), `fill="${random.pick(['#7e7c72', '#f4f0e2', '#5f5e58'])}" opacity="0.35"`))}
    ${cup(width * 0.36, height * 0.58, side * 0.22)}${cup(width * 0.7, height * 0.4, side * 0.13)}${cup(width * 0.74, height * 0.76, side * 0.13)}
    <g filter="url(#leaves)" opacity="0.3">${shade}</g>`,
  )
}
