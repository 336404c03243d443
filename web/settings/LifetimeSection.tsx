import { useState } from 'react'
import { LifetimeChips } from '../ui/LifetimeChips.tsx'
import { setUsualLifetime, usualLifetime } from '../usual-lifetime.ts'
import { SettingsSection } from './SettingsSection.tsx'

/** How long one's posts live when nothing else is chosen. */
export function LifetimeSection() {
  const [chosen, setChosen] = useState(usualLifetime)
  return (
    <SettingsSection
      title="How long your posts live"
      note="What a new post begins with; each can have its own. Kept in this browser alone."
    >
      <LifetimeChips
        chosen={chosen}
        choose={(lifetime) => {
          setUsualLifetime(lifetime)
          setChosen(lifetime)
        }}
      />
    </SettingsSection>
  )
}
