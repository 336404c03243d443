import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Drawing } from '../model.ts'

const FOLDER = resolve(import.meta.dirname, '../../../docs/pictures')
const DIGESTS = join(FOLDER, 'drawn-from.json')

/** The views that README and ARCHITECTURE show, by the names of their pictures. */
const kept = { context: 'index', containers: 'containers' } as const

/** Which of the pictures in docs/pictures are older than their views, in sentences. */
export function stalePictures(drawing: Drawing): string[] {
  const known = existsSync(DIGESTS) ? JSON.parse(readFileSync(DIGESTS, 'utf8')) : {}
  return Object.entries(digests(drawing))
    .filter(([name, digest]) => known[name] !== digest)
    .map(([name]) => `docs/pictures/${name}.png is older than its view: please run npm run docs.`)
}

/** Keeps the new pictures of these views, when the views have changed. */
export async function keepPictures(exported: string, drawing: Drawing): Promise<void> {
  if (stalePictures(drawing).length === 0) return
  for (const [name, view] of Object.entries(kept))
    for (const theme of ['', '-dark'])
      await copyFile(join(exported, `${view}${theme}.png`), join(FOLDER, `${name}${theme}.png`))
  writeFileSync(DIGESTS, `${JSON.stringify(digests(drawing), null, 2)}\n`)
}

const digests = ({ views }: Drawing) =>
  Object.fromEntries(
    Object.entries(kept).map(([name, view]) => [
      name,
      createHash('sha256')
        .update(views[view]?.shows ?? '')
        .digest('hex')
        .slice(0, 16),
    ]),
  )
