import { TopBar } from '../ui/TopBar.tsx'
import { AccountSection } from './AccountSection.tsx'
import { BlockedSection } from './BlockedSection.tsx'
import { PreferenceChoice } from './PreferenceChoice.tsx'
import { SettingsSection } from './SettingsSection.tsx'

export function SettingsPage() {
  return (
    <>
      <TopBar title="Settings" />
      <div className="grid grid-cols-1 gap-4 p-4">
        <SettingsSection title="Appearance" note="Kept in this browser alone.">
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
        </SettingsSection>
        <SettingsSection title="Accessibility">
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
        </SettingsSection>
        <BlockedSection />
        <AccountSection />
      </div>
    </>
  )
}
