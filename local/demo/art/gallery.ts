import { aurora, thumb } from './aurora.ts'
import { bowl, glazes } from './bowl.ts'
import { canal } from './canal.ts'
import { clock } from './clock.ts'
import { fern } from './fern.ts'
import { fog } from './fog.ts'
import { hill, weathers } from './hill.ts'
import { knitting } from './knitting.ts'
import { nightTrain } from './night-train.ts'
import { portraits } from './portraits.ts'
import { rainWindow } from './rain-window.ts'
import { rooftops } from './rooftops.ts'
import { soup } from './soup.ts'
import { stage } from './stage.ts'
import type { Paper } from './svg.ts'
import { swifts } from './swifts.ts'
import { tea } from './tea.ts'

const landscape: Paper = { width: 1440, height: 960 }
const portrait: Paper = { width: 1080, height: 1350 }
const square: Paper = { width: 1200, height: 1200 }
const small: Paper = { width: 960, height: 960 }
const wide: Paper = { width: 1500, height: 500 }

/** What is in posts. */
const photos = {
  clock: () => clock(square),
  fog: () => fog(landscape),
  rooftops: () => rooftops({ width: 1080, height: 1440 }),
  nightTrain: () => nightTrain(landscape),
  rainWindow: () => rainWindow(portrait),
  hillMorning: () => hill(portrait, weathers.morning),
  hillRain: () => hill({ width: 1200, height: 900 }, weathers.rain),
  hillEvening: () => hill({ width: 1200, height: 900 }, weathers.evening),
  bowlDawn: () => bowl(small, glazes.dawn),
  bowlNoon: () => bowl(small, glazes.noon),
  bowlDusk: () => bowl(small, glazes.dusk),
  bowlNight: () => bowl(small, glazes.night),
  soup: () => soup(square),
  canal: () => canal({ width: 1280, height: 960 }),
  thumb: () => thumb({ width: 1200, height: 900 }),
  stage: () => stage({ width: 1440, height: 810 }),
  swifts: () => swifts(portrait),
  fern: () => fern({ width: 960, height: 1280 }),
  knitting: () => knitting(square),
  tea: () => tea({ width: 1280, height: 960 }),
}

/** What hangs above some profiles, by handle. */
const banners = {
  leila_r: () => rooftops(wide, 4),
  henrik_fog: () => fog(wide, 8),
  maeve: () => hill(wide, weathers.morning, 23),
  aviaja: () => aurora(wide),
  lucia_luz: () => stage(wide),
  ngozi_o: () => knitting(wide),
}

/** Every picture of the demo people, by its kind and name, as SVG. The same each time. */
export const gallery = { photo: photos, avatar: portraits, banner: banners }

export type PhotoName = keyof typeof photos
