import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Language } from './language.ts'

afterEach(() => vi.unstubAllGlobals())

/** The words of a page in a browser where this language was chosen, or that prefers it. */
async function pageIn(language: Language, isChosen = true) {
  const documentElement = { lang: '', dir: '' }
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => (name === 'language' && isChosen ? language : null),
  })
  vi.stubGlobal('navigator', { languages: [language] })
  vi.stubGlobal('document', { documentElement })
  vi.resetModules()
  const { loadWords, t } = await import('./words.ts')
  const { say } = await import('./say.ts')
  await loadWords()
  return { say, t, documentElement }
}

test('a page speaks the first language of the browser that it can', async () => {
  const { preferred } = await import('./language.ts')
  expect(preferred(['fr-FR', 'de-AT', 'ar'])).toBe('de')
  expect(preferred(['ar-EG', 'en'])).toBe('ar')
  expect(preferred(['en-GB', 'de'])).toBe('en')
  expect(preferred(['fr', 'constructor'])).toBe('en')
  expect(preferred([])).toBe('en')
})

test('a page tells the browser its language, and from which side it is read', async () => {
  expect((await pageIn('de')).documentElement).toEqual({ lang: 'de', dir: 'ltr' })
  expect((await pageIn('ar')).documentElement).toEqual({ lang: 'ar', dir: 'rtl' })
  expect((await pageIn('ar', false)).documentElement).toEqual({ lang: 'ar', dir: 'rtl' })
})

describe('what the server says', () => {
  test('stays as it is in English', async () => {
    const { say } = await pageIn('en')
    expect(say('This post has faded.')).toBe('This post has faded.')
    expect(say('Please wait 12 seconds.')).toBe('Please wait 12 seconds.')
  })

  test('is said in German, with its numbers, days and words', async () => {
    const { say } = await pageIn('de')
    expect(say('This post has faded.')).toBe('Dieser Post ist verblasst.')
    expect(say('A handle has 3 to 20 of the letters a to z, digits and _.')).toMatch(
      /^Ein Handle hat 3 bis 20 /,
    )
    expect(say("A post can't be empty.")).toBe('Ein Post darf nicht leer sein.')
    expect(say('You are writing faster than we can keep up. Please wait 12 seconds.')).toBe(
      'Du schreibst schneller, als wir mitkommen. Bitte warte 12 Sekunden.',
    )
    const suspended = 'This account is suspended until December 3, 2026 at 14:05 UTC.'
    expect(say(suspended)).toBe('Dieses Konto ist bis 3. Dezember 2026 um 14:05 UTC gesperrt.')
    expect(say(`${suspended} Reason: something new.`)).toContain('Grund: something new.')
  })

  test('is said in Arabic with the forms that its numbers want, and handles keep their direction', async () => {
    const { say } = await pageIn('ar')
    expect(say('Please wait 2 minutes.')).toBe('يُرجى الانتظار دقيقتين.')
    expect(say('Please wait 5 minutes.')).toBe('يُرجى الانتظار 5 دقائق.')
    expect(say('There is nobody here by the name @ada.')).toContain('\u2066@\u2068ada\u2069\u2069')
  })

  test('stays as it is where no page knows it', async () => {
    const { say } = await pageIn('de')
    expect(say('Quite another thing. This post has faded.')).toBe(
      'Quite another thing. Dieser Post ist verblasst.',
    )
  })
})
