import { t } from '../language/words.ts'
/** The answered post's time ran out while the answer was written. */
export function FadedParent({ postOnItsOwn }: { postOnItsOwn: () => void }) {
  return (
    <div role="alert" className="mx-5 mt-1 grid justify-items-start gap-2 rounded-2xl bg-sunken p-3 text-sm">
      <p>{t('The post that you answer has faded. Your words are still here.')}</p>
      <button type="button" className="btn ghost sm" onClick={postOnItsOwn}>
        {t('Post them on their own')}
      </button>
    </div>
  )
}
