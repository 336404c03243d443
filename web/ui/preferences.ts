/** How this browser shows Mayfly. Kept here alone; `public/theme.js` applies those from `theme` to `trends` before the first paint. */
const preferences = {
  language: ['system', 'en', 'de', 'ar'],
  theme: ['system', 'light', 'dark'],
  fade: ['full', 'ring', 'off'],
  text: ['small', 'normal', 'large', 'larger', 'largest'],
  colour: ['full', 'grey'],
  motion: ['system', 'off'],
  /** How many like, repost, answer and follow. */
  counts: ['shown', 'hidden'],
  trends: ['shown', 'hidden'],
  shortcuts: ['on', 'off'],
  /** Whether to ask about photos without a description. */
  describe: ['on', 'off'],
  /** Whether photos wait for a press. */
  saver: ['system', 'on'],
} as const

const defaults = {
  language: 'system',
  theme: 'system',
  fade: 'full',
  text: 'normal',
  colour: 'full',
  motion: 'system',
  counts: 'shown',
  trends: 'shown',
  shortcuts: 'on',
  describe: 'on',
  saver: 'system',
} as const

export type PreferenceName = keyof typeof preferences
export type Preference<Name extends PreferenceName> = (typeof preferences)[Name][number]

// What was chosen on this page counts, even where the browser keeps nothing.
const chosen = new Map<string, string>()

export function preference<Name extends PreferenceName>(name: Name): Preference<Name> {
  const value = chosen.get(name) ?? stored(name)
  const isKnown = (preferences[name] as readonly (string | null)[]).includes(value)
  return isKnown ? (value as Preference<Name>) : defaults[name]
}

/** Sets it now, and keeps it for the next visit. Tells whether it could be kept. */
export function setPreference<Name extends PreferenceName>(name: Name, value: Preference<Name>): boolean {
  chosen.set(name, value)
  const isDefault = value === defaults[name]
  if (isDefault) delete document.documentElement.dataset[name]
  else document.documentElement.dataset[name] = value
  try {
    if (isDefault) localStorage.removeItem(name)
    else localStorage.setItem(name, value)
    return true
  } catch {
    // Storage is switched off: the choice lasts as long as this page.
    return false
  }
}

/** Whether nothing may move by itself. */
export const isStill = () =>
  preference('motion') === 'off' || matchMedia('(prefers-reduced-motion: reduce)').matches

/** Whether what costs much is fetched only when it is asked for. Some browsers tell that their owner wishes so. */
export const savesData = () =>
  preference('saver') === 'on' || (navigator as Connected).connection?.saveData === true

interface Connected {
  connection?: { saveData?: boolean }
}

function stored(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}
