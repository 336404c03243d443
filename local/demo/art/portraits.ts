import { bowlOnWheel, brush, coffee, gear, loaf, wheel } from './craft-portraits.ts'
import { books, crossword, moth, radio, spotlight, tinyCat } from './indoor-portraits.ts'
import { ferry, northernLight, saturn, sheep, swift, waves } from './sky-portraits.ts'

/** Faces by handle. Who is missing keeps their letter. */
export const portraits = {
  ada: gear,
  tunde_bakes: loaf,
  mizuki: tinyCat,
  leila_r: saturn,
  omar_qahwa: coffee,
  ines_mar: waves,
  bram: wheel,
  soo_ah: radio,
  kofi_m: swift,
  maeve: sheep,
  priya_writes: crossword,
  lucia_luz: spotlight,
  henrik_fog: ferry,
  zeynep_k: bowlOnWheel,
  sacha: moth,
  aviaja: northernLight,
  xiaoman: brush,
  wren: books,
} as const
