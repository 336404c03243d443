import { t } from '../language/words.ts'
import { PreferenceChoice } from './PreferenceChoice.tsx'
import { SettingsBody } from './SettingsBody.tsx'

/** What makes Mayfly easier to use, for oneself and for others. */
export function AccessibilityPage() {
  return (
    <SettingsBody note={t('Kept in this browser alone.')}>
      <PreferenceChoice
        name="shortcuts"
        label={t('Keyboard shortcuts')}
        hint={t('Single keys, such as n for a new post. Press ? for the list.')}
        choices={{ on: t('On'), off: t('Off') }}
      />
      <PreferenceChoice
        name="describe"
        label={t('Ask for descriptions')}
        hint={t("Before a post goes out with photos that people who don't see them would miss.")}
        choices={{ on: t('On'), off: t('Off') }}
      />
    </SettingsBody>
  )
}
