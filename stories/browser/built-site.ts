import { resolve } from 'node:path'
import { buildSite } from '@mayfly/local/site/build-site'

const PROJECT = resolve(import.meta.dirname, '../..')

/** Where the site lies that the journeys go through: the very one of `npm start`. */
export const distDir = resolve(PROJECT, '.local/site')

/** Builds the site once for all journeys, before the first of them. */
export async function setup() {
  await buildSite({ webDir: resolve(PROJECT, 'web'), distDir })
}
