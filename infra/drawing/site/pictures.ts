import { join } from 'node:path'
import { launchChromium } from '@mayfly/stories/chromium'
import { whileServed } from './serve.ts'

/** As large as README and pages show them on a fine screen. */
const SCALE = 0.5
const MARGIN = 16

interface Size {
  width: number
  height: number
}

/** The box around the steps of a story is made for another form of it: it becomes as large as what is in it. */
const makeRoom = `(() => {
  const box = document.querySelector('.react-flow').getBoundingClientRect()
  const drawn = [...document.querySelectorAll('.react-flow__node, .react-flow__edge')].map((one) => one.getBoundingClientRect())
  const width = Math.ceil(Math.max(...drawn.map(({ right }) => right))) + ${MARGIN}
  const height = Math.ceil(Math.max(...drawn.map(({ bottom }) => bottom))) + ${MARGIN}
  if (width <= box.right + ${MARGIN}) return { width: Math.ceil(box.right), height: Math.ceil(box.bottom) }
  for (let around = document.querySelector('.react-flow'); around; around = around.parentElement)
    Object.assign(around.style, { width: width + 'px', height: height + 'px', overflow: 'hidden' })
  return { width, height }
})()`

/** Takes a picture of each view, light and dark, from the model's own site. @throws when there is no Chromium */
export async function takePictures(out: string, views: readonly string[]): Promise<void> {
  await whileServed(join(out, 'model'), async (origin) => {
    const browser = await launchChromium()
    try {
      const context = await browser.newContext({ deviceScaleFactor: SCALE })
      const page = await context.newPage()
      for (const theme of ['light', 'dark'])
        for (const view of views) {
          const address = `${origin}/index.html?${theme}#/export/${view}/?theme=${theme}&padding=${MARGIN}`
          await page.goto(address)
          const drawing = page.locator('.react-flow.initialized')
          await drawing.locator('.react-flow__node').first().waitFor()
          await page.evaluate('document.fonts.ready')
          await page.setViewportSize(await page.evaluate<Size>(makeRoom))
          const path = join(out, 'exports', `${view}${theme === 'dark' ? '-dark' : ''}.png`)
          await page.screenshot({ path, omitBackground: true, animations: 'disabled' })
        }
      await context.close()
    } finally {
      await browser.close()
    }
  })
}
