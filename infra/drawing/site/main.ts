import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { codePages } from '../code/pages.ts'
import { type Drawing, readDrawing } from '../model.ts'
import { keepPictures } from './kept-pictures.ts'
import { buildModel, exportsPage } from './model-site.ts'
import { sitePages } from './pages.ts'
import { takePictures } from './pictures.ts'

const DOCS = resolve(import.meta.dirname, '../../../docs')
const OUT = join(DOCS, 'dist')

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}

/** A Chromium is not everywhere; everything but the pictures is made without one. */
async function pictures(drawing: Drawing): Promise<string> {
  try {
    await takePictures(OUT, Object.keys(drawing.views))
  } catch (error) {
    const [why] = String(error instanceof Error ? error.message : error).split('\n')
    return `No pictures were taken, for no Chromium could be started: ${why}`
  }
  await keepPictures(join(OUT, 'exports'), drawing)
  return 'Pictures of every view are in docs/dist/exports.'
}

await rm(OUT, { recursive: true, force: true })
await rm(join(DOCS, 'code'), { recursive: true, force: true })
for (const [name, text] of codePages()) await write(join(DOCS, 'code', name), text)
await buildModel(OUT)
for (const [path, text] of await sitePages()) await write(join(OUT, path), text)
const drawing = await readDrawing()
const taken = await pictures(drawing)
await cp(join(DOCS, 'pictures'), join(OUT, 'pictures'), { recursive: true })
await write(join(OUT, 'exports/index.html'), await exportsPage(OUT, drawing))
process.stdout.write(`The site is docs/dist/index.html.\n${taken}\n`)
// Chromium from npm is one process, which may linger.
process.exit()
