import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import type { plainPhoto } from './sample-photos.ts'

type File = Awaited<ReturnType<typeof plainPhoto>>

/** Drags a file from the desktop into the window and lets it fall here. */
export async function dropOn(page: Page, target: Locator, { name, buffer }: File) {
  const folder = await mkdtemp(join(tmpdir(), 'mayfly-drop-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await writeFile(join(folder, name), buffer)
  const { x, y } = await middleOf(target)
  const devTools = await page.context().newCDPSession(page)
  const data = { items: [], files: [join(folder, name)], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devTools.send('Input.dispatchDragEvent', { type, x, y, data })
}

/** Drags what is there to somewhere else, with the mouse. */
export async function dragOver(page: Page, from: Locator, to: Locator) {
  const [start, end] = [await middleOf(from), await middleOf(to)]
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(end.x, end.y, { steps: 8 })
  await page.mouse.up()
}

async function middleOf(target: Locator) {
  const box = await target.boundingBox()
  if (box === null) throw new Error('It is not on the screen.')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Fingers on the glass, around the middle of the stage or of what is named. */
export async function handOn(page: Page) {
  const devTools = await page.context().newCDPSession(page)
  const stage = page.locator('.lightbox-stage')
  const STEPS = 6
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
    devTools.send('Input.dispatchTouchEvent', { type, touchPoints })
  return {
    /** Two fingers, so far from the middle, go so far. */
    pinch: async (from: number, to: number, target = stage) => {
      const { x, y } = await middleOf(target)
      const at = (way: number) => [
        { x: x - way, y },
        { x: x + way, y },
      ]
      await touch('touchStart', at(from))
      for (let step = 1; step <= STEPS; step += 1)
        await touch('touchMove', at(from + ((to - from) * step) / STEPS))
      await touch('touchEnd', [])
    },
    swipe: async (right: number, down: number) => {
      const { x, y } = await middleOf(stage)
      await touch('touchStart', [{ x, y }])
      for (let step = 1; step <= STEPS; step += 1)
        await touch('touchMove', [{ x: x + (right * step) / STEPS, y: y + (down * step) / STEPS }])
      await touch('touchEnd', [])
    },
    tap: async () => {
      await touch('touchStart', [await middleOf(stage)])
      await touch('touchEnd', [])
    },
  }
}
