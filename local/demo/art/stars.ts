import type { Random } from './random.ts'
import { circle, type Paper, repeat } from './svg.ts'

/** Points of light, more of them high up. */
export function stars(random: Random, { width, height }: Paper, count: number, depth = 0.7) {
  return repeat(count, () => {
    const y = height * depth * random.next() ** 1.6
    const opacity = random.between(0.25, 0.95) * (1 - y / (height * depth))
    return circle(
      random.between(0, width),
      y,
      random.between(0.7, 2.1),
      `fill="#fff7e6" opacity="${opacity.toFixed(2)}"`,
    )
  })
}
