import { t } from '../language/words.ts'
import { MutedPeople } from './MutedPeople.tsx'
import { MutedWords } from './MutedWords.tsx'
import { SettingsBody } from './SettingsBody.tsx'

/** Whom and what one does not want to read. */
export function MutedPage() {
  return (
    <SettingsBody
      note={t(
        'What is muted does not come to you by itself. Nobody is told, and profiles and threads still show it.',
      )}
    >
      <MutedWords />
      <MutedPeople />
    </SettingsBody>
  )
}
