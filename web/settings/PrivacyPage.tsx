import { BlockedSection } from './BlockedSection.tsx'
import { SettingsBody } from './SettingsBody.tsx'

/** Who sees and reaches oneself. */
export function PrivacyPage() {
  return (
    <SettingsBody>
      <BlockedSection />
    </SettingsBody>
  )
}
