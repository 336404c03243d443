import { join } from 'node:path'
import { launchChromium } from '@mayfly/stories/chromium'
import { whileServed } from './serve.ts'

const MARGIN = 16

/** Takes a picture of each view, light and dark, from the model's own site. @throws when there is no Chromium */
export async function takePictures(out: string, views: readonly string[]): Promise<void> {
  await whileServed(join(out, 'model'), async (origin) => {
    const browser = await launchChromium()
    try {
      const context = await browser.newContext()
      const page = await context.newPage()
      for (const theme of ['light', 'dark'])
        for (const view of views) {
          const address = `${origin}/index.html?${theme}#/export/${view}/?theme=${theme}&padding=${MARGIN}&dynamic=sequence`
          // Else only what follows the # changes, and the page stays what it was.
          await page.goto('about:blank')
          await page.goto(address)
          const drawing = page.locator('.react-flow.initialized')
          await drawing.locator('.react-flow__node').first().waitFor()
          await page.evaluate('document.fonts.ready')
          const { width, height } = (await drawing.boundingBox()) ?? { width: 1600, height: 1000 }
          await page.setViewportSize({ width: Math.ceil(width), height: Math.ceil(height) })
          const path = join(out, 'exports', `${view}${theme === 'dark' ? '-dark' : ''}.png`)
          await drawing.screenshot({ path, omitBackground: true, animations: 'disabled' })
        }
      await context.close()
    } finally {
      await browser.close()
    }
  })
}
