import { useEffect } from 'react'
import { type Language, languages } from '../language/language.ts'
import { t } from '../language/words.ts'
import { toast } from '../ui/toast-store.ts'
import { PreferenceChoice } from './PreferenceChoice.tsx'
import { SettingsBody } from './SettingsBody.tsx'

/** How Mayfly looks in this browser. */
export function AppearancePage() {
  useEffect(backToLanguage, [])
  return (
    <SettingsBody note={t('Kept in this browser alone.')}>
      <PreferenceChoice
        name="theme"
        label={t('Theme')}
        choices={{ system: t('As my system'), light: t('Light'), dark: t('Dark') }}
      />
      <PreferenceChoice
        name="fade"
        label={t('Fading||colours')}
        hint={t('Posts lose their colour as their time runs out. The words stay readable in any case.')}
        choices={{ full: t('Words and ring'), ring: t('Ring alone'), off: t('Off') }}
      />
      <PreferenceChoice
        name="text"
        label={t('Text size')}
        choices={{ small: '90 %', normal: '100 %', large: '115 %', larger: '130 %', largest: '150 %' }}
      />
      <PreferenceChoice
        name="language"
        label={t('Language')}
        hint={t('What Mayfly itself says. Posts stay in the language of their authors.')}
        choices={{ system: t('As my browser'), en: named('en'), de: named('de'), ar: named('ar') }}
        onChosen={loadAnew}
      />
    </SettingsBody>
  )
}

/** A language by its own name, in that language for readers aloud. */
const named = (language: Language) => <span lang={language}>{languages[language]}</span>

/** Another language needs the page anew, which would know nothing of it where nothing is kept. */
function loadAnew(isKept: boolean): void {
  if (isKept) {
    history.replaceState({ ...history.state, hasNewLanguage: true }, '')
    location.reload()
  } else {
    toast(t('This browser keeps no settings, so the language stays as it is.'))
  }
}

/** Arrow keys choose one language after the other: the next one is chosen from where the last one was. */
function backToLanguage(): void {
  if (!history.state?.hasNewLanguage) return
  history.replaceState({ ...history.state, hasNewLanguage: false }, '')
  document.querySelector<HTMLElement>('[name="language"]:checked')?.focus()
}
