import { PreferenceChoice } from './PreferenceChoice.tsx'
import { SettingsBody } from './SettingsBody.tsx'

/** What makes Mayfly easier to use, for oneself and for others. */
export function AccessibilityPage() {
  return (
    <SettingsBody note="Kept in this browser alone.">
      <PreferenceChoice
        name="shortcuts"
        label="Keyboard shortcuts"
        hint="Single keys, such as n for a new post. Press ? for the list."
        choices={{ on: 'On', off: 'Off' }}
      />
      <PreferenceChoice
        name="describe"
        label="Ask for descriptions"
        hint="Before a post goes out with photos that people who don't see them would miss."
        choices={{ on: 'On', off: 'Off' }}
      />
    </SettingsBody>
  )
}
