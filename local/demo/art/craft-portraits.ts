import { portrait } from './portrait.ts'
import { circle, ellipse, fill, path, px, rect, repeat, stroke } from './svg.ts'

export const gear = () =>
  portrait(
    ['#2f5d62', '#1c3a44', '#12262f'],
    `${repeat(12, (index) => rect(236, 62, 40, 70, `fill="#e0b45c" rx="8" transform="rotate(${index * 30} 256 256)"`))}
     ${circle(256, 256, 160, fill('#e0b45c'))}${circle(256, 256, 128, fill('#fbf3df'))}${repeat(12, (index) => rect(252, 142, 8, 22, `fill="#3a2a22" transform="rotate(${index * 30} 256 256)"`))}
     ${path('M256 256 L196 206', stroke('#1f2a44', 15))}${path('M256 256 L338 202', stroke('#1f2a44', 10))}${circle(256, 256, 15, fill('#c9744f'))}`,
  )

export const loaf = () =>
  portrait(
    ['#f4d8a8', '#e8b87a', '#cf8a4e'],
    `${ellipse(256, 372, 190, 34, 'fill="#6b3a17" opacity="0.4" filter="url(#soft)"')}
     ${path('M76 318 Q76 160 256 152 Q436 160 436 318 Q436 366 256 366 Q76 366 76 318 Z', fill('#a85f27'))}${path('M96 300 Q104 180 256 172 Q408 180 416 300 Q330 262 256 262 Q182 262 96 300 Z', fill('#cf8a42'))}
     ${repeat(4, (index) => path(`M${142 + index * 66} 296 q30 -56 44 -106`, stroke('#f8e2b8', 17)))}`,
  )

export const coffee = () =>
  portrait(
    ['#7b4a2e', '#55301f', '#2e1a13'],
    `${path('M140 226 h232 q0 150 -60 172 h-112 q-60 -22 -60 -172 Z', fill('#f4e6cf'))}${ellipse(256, 226, 116, 30, fill('#ffffff'))}${ellipse(256, 228, 100, 23, fill('#3a1d10'))}
     ${path('M370 250 q64 -6 54 50 q-10 46 -72 42', stroke('#f4e6cf', 20))}${ellipse(256, 410, 150, 18, fill('#d8b98c'))}
     ${path('M216 184 q-24 -34 4 -62 t0 -58 M288 184 q-24 -34 4 -62 t0 -58', `${stroke('#f4e6cf', 12)} opacity="0.65"`)}`,
  )

export const wheel = () =>
  portrait(
    ['#f5cf5a', '#f0a63f', '#e4793a'],
    `${circle(256, 256, 172, stroke('#2a2430', 22))}${circle(256, 256, 150, stroke('#fff6df', 5))}${repeat(18, (index) => path('M256 256 V106', `${stroke('#2a2430', 4)} transform="rotate(${index * 20} 256 256)"`))}${circle(256, 256, 26, fill('#2a2430'))}${circle(256, 256, 10, fill('#fff6df'))}`,
  )

export const bowlOnWheel = () =>
  portrait(
    ['#f0dccb', '#dcb89f', '#b98a74'],
    `${ellipse(256, 402, 190, 26, fill('#6f4a3c'))}${path('M104 210 H408 Q400 372 302 392 H210 Q112 372 104 210 Z', fill('#4fa7a6'))}${path('M104 210 H408 Q407 244 400 272 Q340 250 300 286 T206 268 T110 268 Q104 240 104 210 Z', fill('#cfeee2'))}${ellipse(256, 210, 152, 34, fill('#2f7f86'))}${ellipse(256, 214, 132, 24, fill('#1d5660'))}`,
  )

export const brush = () =>
  portrait(
    ['#ece7da', '#d9d4c5', '#bcb8a9'],
    repeat(16, (index) =>
      path(
        `M${px(330 + index * 0.9)} ${px(118 + index * 2.4)} A${px(172 - index * 2.6)} ${px(172 - index * 2.6)} 0 1 0 ${px(404 - index * 2)} ${px(190 + index * 3)}`,
        `${stroke('#2b3238', 5 + (index % 4))} opacity="${(0.88 - (index % 5) * 0.13).toFixed(2)}"`,
      ),
    ),
  )
