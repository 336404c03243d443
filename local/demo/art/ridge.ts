import type { Random } from './random.ts'
import { type Paper, px } from './svg.ts'

/** A line of hills or mountains from edge to edge, filled to the bottom. The rougher, the more like rock. */
export function ridge(random: Random, paper: Paper, shape: { top: number; rise: number; roughness: number }) {
  const waves = Array.from({ length: 7 }, (_, index) => ({
    length: 2 ** index * random.between(0.6, 1.1),
    height: (shape.roughness ** index / 2) * random.between(0.6, 1),
    phase: random.between(0, 2 * Math.PI),
  }))
  const heightAt = (x: number) =>
    waves.reduce(
      (sum, wave) => sum + wave.height * Math.sin(wave.phase + (x * wave.length * 6.3) / paper.width),
      0,
    )
  const points: string[] = []
  for (let x = 0; x <= paper.width + 8; x += 8)
    points.push(`${x} ${px(shape.top - shape.rise * heightAt(x))}`)
  return `M0 ${paper.height} L${points.join(' L')} V${paper.height} Z`
}
