import { t } from '../language/words.ts'
import { languageChoices, usualLanguage } from './languages.ts'

interface Props {
  /** Null for the usual one. */
  language: string | null
  choose: (language: string) => void
}

/** Says in which language a post is written, so that it is read aloud as it should be. */
export function LanguageSelect({ language, choose }: Props) {
  const chosen = language ?? usualLanguage()
  return (
    <label className="act language-select">
      <span className="sr-only">{t('Language of the post')}</span>
      <span aria-hidden="true">{chosen?.split('-')[0]?.toUpperCase() ?? '–'}</span>
      <select value={chosen ?? ''} onChange={(event) => choose(event.target.value)}>
        {chosen === undefined && <option value="">{t('Not said')}</option>}
        {languageChoices(chosen).map(({ tag, name }) => (
          <option key={tag} value={tag}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
