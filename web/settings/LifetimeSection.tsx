import { useState } from 'react'
import { t } from '../language/words.ts'
import { LifetimeChips } from '../ui/LifetimeChips.tsx'
import { setUsualLifetime, usualLifetime } from '../usual-lifetime.ts'
import { SettingsSection } from './SettingsSection.tsx'

/** How long one's posts live when nothing else is chosen. */
export function LifetimeSection() {
  const [chosen, setChosen] = useState(usualLifetime)
  return (
    <SettingsSection
      title={t('How long your posts live')}
      note={t('What a new post begins with; each can have its own. Kept in this browser alone.')}
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
