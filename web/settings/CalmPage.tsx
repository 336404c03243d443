import { PreferenceChoice } from './PreferenceChoice.tsx'
import { SettingsBody } from './SettingsBody.tsx'

/** For whoever wants less to count and less to chase. */
export function CalmPage() {
  return (
    <SettingsBody note="Kept in this browser alone.">
      <PreferenceChoice
        name="counts"
        label="Counts"
        hint="How many like, repost, answer and follow."
        choices={{ shown: 'Shown', hidden: 'Hidden' }}
      />
      <PreferenceChoice
        name="trends"
        label="Trends"
        hint="What many people write about, beside the page and above Explore."
        choices={{ shown: 'Shown', hidden: 'Hidden' }}
      />
      <PreferenceChoice
        name="colour"
        label="Colours"
        hint="In greys, nothing pulls at the eye. How long a post has left stays readable."
        choices={{ full: 'As they are', grey: 'Greys' }}
      />
      <PreferenceChoice
        name="motion"
        label="Motion"
        hint="Embers that breathe, posts that burn away, whatever slides or fades in."
        choices={{ system: 'As my system', off: 'None' }}
      />
      <PreferenceChoice
        name="saver"
        label="Data saver"
        hint="Photos wait until you press them, and nothing is fetched in advance."
        choices={{ system: 'As my browser', on: 'On' }}
      />
    </SettingsBody>
  )
}
