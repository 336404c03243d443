import { resolve } from 'node:path'
import { buildSite } from '@mayfly/local/site/build-site'
import { findChromium } from './chromium.ts'

const PROJECT = resolve(import.meta.dirname, '../..')

/** Where the site lies that the journeys go through: the very one of `npm start`. */
export const distDir = resolve(PROJECT, '.local/site')

/** Builds the site and unpacks the browser once for all journeys: two at a time would get in each other's way. */
export async function setup() {
  await findChromium()
  await buildSite({ webDir: resolve(PROJECT, 'web'), distDir })
}
