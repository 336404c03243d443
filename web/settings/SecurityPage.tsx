import { EmailSection } from './EmailSection.tsx'
import { PasswordSection } from './PasswordSection.tsx'
import { SettingsBody } from './SettingsBody.tsx'

/** What one signs in with. */
export function SecurityPage() {
  return (
    <SettingsBody>
      <PasswordSection />
      <EmailSection />
    </SettingsBody>
  )
}
