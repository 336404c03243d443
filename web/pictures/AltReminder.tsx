import { rich } from '../language/rich.tsx'
import { t } from '../language/words.ts'

interface Props {
  /** How many photos have no description. */
  missing: number
  isReply: boolean
  sendAnyway: () => void
  addDescriptions: () => void
}

/** Asks once, before a post goes out, whether its photos shall have words. */
export function AltReminder({ missing, isReply, sendAnyway, addDescriptions }: Props) {
  return (
    <div role="alertdialog" aria-label={t('Photos without a description')} className="alt-reminder">
      <p>
        {rich(
          "<b>{missing, plural, =1 {One photo has no description.} other {# photos have no description.}}</b> People who can't see {missing, plural, =1 {it} other {them}} won't know what you share.",
          { missing, b: (words) => <b>{words}</b> },
        )}
      </p>
      <div className="flex flex-wrap gap-2">
        {/* biome-ignore lint/a11y/noAutofocus: the press on "Post" led here, and the kind answer is the near one. */}
        <button type="button" className="btn sm" autoFocus onClick={addDescriptions}>
          {t('{missing, plural, =1 {Add a description} other {Add descriptions}}', { missing })}
        </button>
        <button type="button" className="btn ghost sm" onClick={sendAnyway}>
          {isReply ? t('Reply anyway') : t('Post anyway')}
        </button>
      </div>
    </div>
  )
}
