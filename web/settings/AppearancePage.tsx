import { PreferenceChoice } from './PreferenceChoice.tsx'
import { SettingsBody } from './SettingsBody.tsx'

/** How Mayfly looks in this browser. */
export function AppearancePage() {
  return (
    <SettingsBody note="Kept in this browser alone.">
      <PreferenceChoice
        name="theme"
        label="Theme"
        choices={{ system: 'As my system', light: 'Light', dark: 'Dark' }}
      />
      <PreferenceChoice
        name="fade"
        label="Fading"
        hint="Posts lose their colour as their time runs out. The words stay readable in any case."
        choices={{ full: 'Words and ring', ring: 'Ring alone', off: 'Off' }}
      />
      <PreferenceChoice
        name="text"
        label="Text size"
        choices={{ small: '90 %', normal: '100 %', large: '115 %', larger: '130 %', largest: '150 %' }}
      />
    </SettingsBody>
  )
}
