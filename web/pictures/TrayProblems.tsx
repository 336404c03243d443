import { rich } from '../language/rich.tsx'
import { t } from '../language/words.ts'
import { stuckIn, type TrayPhoto } from './tray-photos.ts'
import { removePhoto, retryPhoto } from './trays.ts'

/** What went wrong with which photo, in words, and what can be done. */
export function TrayProblems({ tray, photos }: { tray: string; photos: readonly TrayPhoto[] }) {
  const stuck = stuckIn(photos)
  return (
    <div role="alert" className="tray-problems">
      {stuck.map(({ key, upload }) => {
        const problem = 'sentence' in upload && upload.sentence
        const place = photos.findIndex((photo) => photo.key === key) + 1
        return (
          <div key={key} className="tray-problem">
            <p>
              {photos.length > 1
                ? rich('<b>Photo {place}:</b> {problem}', { b: (words) => <b>{words}</b>, place, problem })
                : problem}
            </p>
            {upload.step === 'failed' && (
              <button type="button" className="btn ghost sm" onClick={() => retryPhoto(key)}>
                {t('Try again')}
              </button>
            )}
            <button type="button" className="btn ghost sm" onClick={() => removePhoto(tray, key)}>
              {t('Remove')}
            </button>
          </div>
        )
      })}
    </div>
  )
}
