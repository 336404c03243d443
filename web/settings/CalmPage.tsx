import { t } from '../language/words.ts'
import { PreferenceChoice } from './PreferenceChoice.tsx'
import { SettingsBody } from './SettingsBody.tsx'

/** For whoever wants less to count and less to chase. */
export function CalmPage() {
  return (
    <SettingsBody note={t('Kept in this browser alone.')}>
      <PreferenceChoice
        name="counts"
        label={t('Counts')}
        hint={t('How many like, repost, answer and follow.')}
        choices={{ shown: t('Shown'), hidden: t('Hidden') }}
      />
      <PreferenceChoice
        name="trends"
        label={t('Trends')}
        hint={t('What many people write about, beside the page and above Explore.')}
        choices={{ shown: t('Shown'), hidden: t('Hidden') }}
      />
      <PreferenceChoice
        name="colour"
        label={t('Colours')}
        hint={t('In greys, nothing pulls at the eye. How long a post has left stays readable.')}
        choices={{ full: t('As they are'), grey: t('Greys') }}
      />
      <PreferenceChoice
        name="motion"
        label={t('Motion')}
        hint={t('Embers that breathe, posts that burn away, whatever slides or fades in.')}
        choices={{ system: t('As my system'), off: t('None||motion') }}
      />
      <PreferenceChoice
        name="saver"
        label={t('Data saver')}
        hint={t('Photos wait until you press them, and nothing is fetched in advance.')}
        choices={{ system: t('As my browser'), on: t('On') }}
      />
    </SettingsBody>
  )
}
