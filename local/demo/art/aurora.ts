import { randomFrom } from './random.ts'
import { ridge } from './ridge.ts'
import { stars } from './stars.ts'
import { blur, cover, drawing, ellipse, fill, gradient, halo, type Paper, path, rect, repeat } from './svg.ts'

/** Almost all of it is a thumb. */
export function thumb(paper: Paper): string {
  const { width, height } = paper
  return drawing(
    paper,
    `<defs>${gradient('sky', ['#0a2233', '#0a1c2c', '#06121f'])}${halo('skin', ['#f0b49b', '#e7a58c', '#d98d77', '#c07362', '#9a5049', '#6d3536d0', '#54282b00'], 0.42)}
      ${halo('green', ['#4be3a0cc', '#4be3a088', '#4be3a022', '#4be3a000'])}${halo('violet', ['#a88bffcc', '#a88bff55', '#a88bff00'])}</defs>
    ${cover(paper, 'sky')}
    ${ellipse(width * 0.3, height * 0.08, width * 0.5, height * 0.3, fill('green'))}${ellipse(width * 0.04, 0, width * 0.3, height * 0.3, fill('violet'))}
    ${ellipse(width * 0.68, height * 0.76, width * 0.66, height * 0.78, `${fill('skin')} transform="rotate(-24 ${width * 0.68} ${height * 0.76})"`)}`,
    0.5,
  )
}

/** Curtains of light above a harbour. */
export function aurora(paper: Paper, seed = 9): string {
  const { width, height } = paper
  const random = randomFrom(seed)
  const curtains = repeat(90, (index) => {
    const x = width * (index / 89)
    const wave = Math.sin(index / 9) * 0.09 + Math.sin(index / 23 + 1) * 0.1
    const foot = height * (0.58 + wave)
    const tall = height * random.between(0.25, 0.5)
    return rect(
      x - width * 0.01,
      foot - tall,
      width * 0.022,
      tall,
      `${fill('light')} opacity="${random.between(0.2, 0.75).toFixed(2)}"`,
    )
  })
  return drawing(
    paper,
    `<defs>${gradient('sky', ['#050b1c', '#0a1a30', '#12344a', '#1d4d59'])}${gradient('light', ['#8f6bff00', '#9a72ff66', '#58e6a8aa', '#8affc8ee', '#58e6a800'])}
      ${blur('veil', width * 0.006)}</defs>
    ${cover(paper, 'sky')}${stars(random, paper, 160)}<g filter="url(#veil)">${curtains}</g>
    ${path(ridge(random, paper, { top: height * 0.8, rise: height * 0.12, roughness: 0.5 }), fill('#081521'))}`,
  )
}
