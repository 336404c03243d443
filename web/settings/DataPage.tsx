import { t } from '../language/words.ts'
import { DeviceSection } from './DeviceSection.tsx'
import { ExportCard } from './ExportCard.tsx'
import { SettingsBody } from './SettingsBody.tsx'

/** A copy of what is one's own. */
export function DataPage() {
  return (
    <SettingsBody>
      <ExportCard />
      <section aria-labelledby="in-it" className="grid gap-3 text-ink2">
        <h2 id="in-it" className="text-lg font-bold text-ink">
          {t('What is in the copy')}
        </h2>
        <p>
          {t(
            'Your profile and pictures; your e-mail address; your posts and messages; what you like, repost and bookmark; whom you follow, mute and block; what you reported; where you are signed in. What others wrote is theirs, and only named.',
          )}
        </p>
        <p>
          {t(
            'Nothing outlives its expiry, not even here: what ends within the hour is left out, and the file is gone with the first thing in it that ends, or after a day. Once it is on your device, it is yours to keep.',
          )}
        </p>
      </section>
      <DeviceSection />
    </SettingsBody>
  )
}
