import { portrait } from './portrait.ts'
import { circle, ellipse, fill, gradient, halo, path, rect, repeat, stroke } from './svg.ts'

export const tinyCat = () =>
  portrait(
    ['#f7e3e4', '#f1cdd2', '#dcb4cc'],
    `${path('M236 286 l4 -40 16 14 h14 l16 -14 4 40 q0 34 -27 34 t-27 -34 Z', fill('#3b3247'))}${circle(252, 282, 4, fill('#fff2d0'))}${circle(274, 282, 4, fill('#fff2d0'))}${path('M290 312 q26 6 24 -22', stroke('#3b3247', 8))}`,
  )

export const radio = () =>
  portrait(
    ['#22224a', '#3c2f66', '#6a4479'],
    `${repeat(4, (index) => path(`M${256 - 60 - index * 44} ${286 - index * 26} A${78 + index * 52} ${78 + index * 52} 0 0 1 ${256 + 60 + index * 44} ${286 - index * 26}`, `${stroke('#ffc98a', 15)} opacity="${1 - index * 0.2}"`))}${circle(256, 330, 40, fill('#ff9a72'))}${rect(249, 330, 14, 190, fill('#ffc98a'))}`,
  )

export const crossword = () =>
  portrait(
    ['#5a7fd6', '#4a5fb8', '#3a3f8a'],
    repeat(25, (index) => {
      const isBlack = [1, 3, 7, 11, 13, 17, 21, 23].includes(index)
      return rect(
        96 + (index % 5) * 65,
        96 + Math.floor(index / 5) * 65,
        60,
        60,
        `fill="${isBlack ? '#1c1f3d' : index === 12 ? '#ffce5c' : '#fbf7ea'}" rx="6"`,
      )
    }),
  )

export const spotlight = () =>
  portrait(
    ['#2a1030', '#4d1738', '#7a2038'],
    `<defs>${gradient('beam', ['#fff1c0', '#ffcf7a40'])}</defs>${path('M236 70 H276 L420 420 H92 Z', fill('beam'))}${ellipse(256, 420, 164, 38, fill('#ffe6a8'))}${rect(206, 34, 100, 50, 'fill="#160a18" rx="12"')}${ellipse(256, 412, 44, 12, 'fill="#c8784a" opacity="0.5"')}`,
  )

export const moth = () => {
  const wing = `${path('M256 236 Q330 96 452 132 Q470 236 330 292 Q286 300 256 262 Z', fill('#d8bd92'))}${path('M256 264 Q330 280 392 330 Q380 412 300 392 Q262 350 256 290 Z', fill('#b98f66'))}${circle(384, 190, 30, fill('#5a3d45'))}${circle(384, 190, 14, fill('#f6d68a'))}${path('M280 226 Q350 150 440 146', `${stroke('#8d6a50', 6)}`)}`
  return portrait(
    ['#2d3a33', '#24322f', '#161f22'],
    `<defs>${halo('lamp', ['#ffe9a8', '#ffd27a55', '#ffd27a00'])}</defs>${circle(256, 210, 250, fill('lamp'))}${wing}<g transform="translate(512 0) scale(-1 1)">${wing}</g>${ellipse(256, 286, 19, 92, fill('#6b4a40'))}${path('M250 200 q-34 -70 -76 -76 M262 200 q34 -70 76 -76', stroke('#6b4a40', 7))}`,
  )
}

export const books = () => {
  const spines = [
    ['#b8503f', 250],
    ['#e0b45c', 290],
    ['#2f5d62', 270],
    ['#efe4d2', 220],
    ['#6a4479', 300],
  ] as const
  return portrait(
    ['#e9d6b0', '#cfa878', '#9a6f4a'],
    `${spines.map(([colour, high], index) => `${rect(98 + index * 62, 400 - high, 56, high, `fill="${colour}" rx="5"`)}${rect(98 + index * 62, 424 - high, 56, 10, 'fill="#ffffff" opacity="0.35"')}${rect(98 + index * 62, 360, 56, 10, 'fill="#000000" opacity="0.2"')}`).join('')}${rect(60, 400, 392, 20, fill('#5a3d2c'))}${path('M310 400 v58 l-12 -14 -12 14 v-58 Z', fill('#c8452f'))}`,
  )
}
