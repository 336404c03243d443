import { limits } from '@mayfly/contract/limits'
import { t } from '../language/words.ts'

interface Props {
  words: string
  change: (words: string) => void
  /** Whether its author has just asked for it. */
  takesFocus: boolean
}

/** The author's own words of warning, before what they write. */
export function WarningField({ words, change, takesFocus }: Props) {
  return (
    <div className="px-5 pt-2">
      <label htmlFor="composer-warning" className="mb-1 block text-sm font-semibold">
        {t('Your content warning')}
      </label>
      <input
        id="composer-warning"
        // biome-ignore lint/a11y/noAutofocus: the press that asked for the field leads into it.
        autoFocus={takesFocus}
        className="input"
        dir="auto"
        placeholder={t('Spoilers, strong language…')}
        // A grapheme may be many units long; the contract counts what a reader sees.
        maxLength={limits.contentWarningGraphemes * 12}
        value={words}
        onChange={(event) => change(event.target.value)}
      />
      <p className="mt-1 text-note text-ink2">{t('Your post stays folded behind these words.')}</p>
    </div>
  )
}
