import { portrait } from './portrait.ts'
import { randomFrom } from './random.ts'
import { circle, ellipse, fill, gradient, path, rect, repeat, stroke } from './svg.ts'
import { SWIFT } from './swifts.ts'

export const saturn = () => {
  const random = randomFrom(7)
  const ring = (half: 0 | 1) => path(`M86 296 A176 46 0 0 ${half} 426 216`, `${stroke('#f3d9a8', 18)}`)
  return portrait(
    ['#1a1f4a', '#2c2560', '#4d2f6d'],
    `<defs>${gradient('planet', ['#ffe7b5', '#f0b673', '#b06a55'], 'slanted')}</defs>
     ${repeat(60, () => circle(random.between(0, 512), random.between(0, 512), random.between(0.8, 3), `fill="#fff7e6" opacity="${random.between(0.3, 0.9).toFixed(2)}"`))}
     ${ring(1)}${circle(256, 256, 108, fill('planet'))}${ring(0)}`,
  )
}

export const waves = () =>
  portrait(
    ['#fbe0b2', '#f7b98f', '#e98a83'],
    `${circle(256, 226, 92, fill('#fff4d6'))}${(['#6fc0c4', '#3d98a8', '#23708a', '#154a66'] as const).map((colour, index) => path(`M-60 ${270 + index * 58} q60 -54 120 0 t120 0 t120 0 t120 0 t120 0 V520 H-60 Z`, `fill="${colour}" transform="translate(${index * -26} 0)"`)).join('')}`,
  )

export const swift = () =>
  portrait(
    ['#a9d3e2', '#cfe0d4', '#f6dcae'],
    `${ellipse(150, 390, 150, 26, 'fill="#ffffff" opacity="0.7" filter="url(#soft)"')}${ellipse(380, 130, 130, 22, 'fill="#ffffff" opacity="0.7" filter="url(#soft)"')}<g transform="translate(256 246) rotate(-24) scale(104)">${path(SWIFT, fill('#2b2433'))}</g>`,
  )

export const sheep = () => {
  const wool = [
    [200, 250, 62],
    [260, 226, 70],
    [318, 252, 60],
    [226, 304, 62],
    [296, 306, 62],
  ] as const
  return portrait(
    ['#bfe0e6', '#dcebd2', '#f7e9bd'],
    `${path('M0 400 Q160 320 512 372 V512 H0 Z', fill('#5f9a5a'))}${path('M0 446 Q240 390 512 440 V512 H0 Z', fill('#417a49'))}${repeat(4, (index) => rect(204 + index * 34, 340, 13, 76, 'fill="#2a2530" rx="6"'))}
     ${wool.map(([x, y, radius]) => circle(x, y, radius, fill('#fffaf0'))).join('')}${ellipse(378, 246, 40, 50, 'fill="#2a2530" transform="rotate(-18 378 246)"')}${ellipse(342, 214, 26, 12, 'fill="#2a2530" transform="rotate(-28 342 214)"')}${circle(388, 234, 6, fill('#fffaf0'))}`,
  )
}

export const ferry = () =>
  portrait(
    ['#dfe3df', '#b5c3c7', '#8aa0a8'],
    `${path('M0 250 Q90 150 180 214 T360 190 T512 240 V512 H0 Z', 'fill="#7d959e" opacity="0.75"')}${ellipse(256, 300, 300, 40, 'fill="#eef1ee" opacity="0.85" filter="url(#soft)"')}
     ${path('M110 336 h292 l-34 66 h-222 Z', fill('#223943'))}${rect(166, 286, 180, 52, 'fill="#f4efe2" rx="8"')}${rect(238, 236, 40, 52, fill('#c85a3f'))}${repeat(4, (index) => circle(192 + index * 43, 312, 12, fill('#ffcf7a')))}${rect(0, 398, 512, 120, fill('#4e6d79'))}${ellipse(256, 404, 300, 18, 'fill="#e7ece9" opacity="0.6" filter="url(#soft)"')}`,
  )

export const northernLight = () =>
  portrait(
    ['#0a1430', '#123048', '#1d5058'],
    `<defs>${gradient('curtain', ['#a07bff00', '#8f7bff99', '#58f0b0', '#58f0b000'])}</defs><g filter="url(#soft)">${repeat(26, (index) => rect(index * 20 - 6, 130 + Math.sin(index / 3.4) * 56, 26, 210, fill('curtain')))}</g>
     ${path('M0 420 L90 350 L160 400 L260 322 L350 396 L430 350 L512 410 V512 H0 Z', fill('#eaf4f6'))}${path('M0 460 Q240 420 512 466 V512 H0 Z', fill('#c2dbe2'))}`,
  )
