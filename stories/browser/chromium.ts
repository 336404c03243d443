import { existsSync } from 'node:fs'
import sparticuz from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** No sandbox, because CI runs as root; and nothing that looks for the world outside. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The machine's own Chromium or Chrome, else the one from npm. */
export async function launchChromium(): Promise<Browser> {
  const found = installed.find((path) => existsSync(path))
  if (found !== undefined) return chromium.launch({ executablePath: found, args: flags })
  if (process.platform !== 'linux')
    throw new Error('The journeys need Chrome. Please install it, and run the tests again.')
  const executablePath = await sparticuz.executablePath()
  return chromium.launch({ executablePath, args: [...sparticuz.args, ...flags] })
}
