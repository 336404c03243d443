import { t } from '../language/words.ts'

/** A device as the server calls it, in this page's language: `Firefox on Windows`, `A browser on Linux`, `Edge`. */
export function deviceWords(device: string): string {
  if (device === 'An unknown device') return t('An unknown device')
  const [browser = '', system] = device.split(' on ')
  if (system === undefined) return browser
  if (browser === 'A browser') return t('A browser on {system}', { system })
  return t('{browser} on {system}', { browser, system })
}
