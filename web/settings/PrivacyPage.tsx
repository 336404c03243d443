import { BlockedPeople } from './BlockedPeople.tsx'
import { LifetimeSection } from './LifetimeSection.tsx'
import { SettingsBody } from './SettingsBody.tsx'

/** How long one's words are seen, and by whom not. */
export function PrivacyPage() {
  return (
    <SettingsBody>
      <LifetimeSection />
      <BlockedPeople />
    </SettingsBody>
  )
}
