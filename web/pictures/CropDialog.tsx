import type { Person } from '@mayfly/contract/people'
import { useId, useState } from 'react'
import { t } from '../language/words.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { CropForm } from './CropForm.tsx'
import type { ProfilePicture } from './crop-kinds.ts'
import { ProgressRing } from './ProgressRing.tsx'
import { useImage } from './use-image.ts'
import { useProfileUpload } from './use-profile-upload.ts'

interface Props {
  kind: ProfilePicture
  person: Person
  file: File
  close: () => void
}

/** What is to be seen of a picked file is chosen here; then it is sent, and shows everywhere when it is ready. */
export function CropDialog({ kind, person, file, close }: Props) {
  const id = useId()
  const { image, problem } = useImage(file)
  const [cropped, setCropped] = useState<File>()
  const upload = useProfileUpload(kind, person, close)
  const leave = () => {
    upload.cancel()
    close()
  }
  const send = (result: File) => {
    setCropped(result)
    upload.send(result)
  }
  return (
    <Dialog isOpen onClose={leave} labelledBy={`${id}-title`} className="crop-dialog">
      <div className="crop-body">
        <h2 id={`${id}-title`} className="text-lg font-bold">
          {t('Your new {kind, select, avatar {profile picture} other {banner}}', { kind })}
        </h2>
        {problem && (
          <>
            <p role="alert">{problem}</p>
            <button type="button" className="btn ghost justify-self-end" data-autofocus="" onClick={leave}>
              {t('Close')}
            </button>
          </>
        )}
        {image && !problem && (
          <CropForm
            kind={kind}
            image={image}
            isBusy={upload.progress !== undefined}
            send={send}
            cancel={leave}
            note={
              <>
                {upload.progress && (
                  <span className="crop-progress">
                    <ProgressRing label={t('Your picture is on its way')} progress={upload.progress.share} />
                    {upload.progress.words}
                  </span>
                )}
                {upload.sentence && <span className="text-like font-medium">{upload.sentence}</span>}
                {upload.sentence && upload.canRetry && cropped && (
                  <button type="button" className="link ms-2" onClick={upload.retry}>
                    {t('Try again')}
                  </button>
                )}
              </>
            }
          />
        )}
        {!image && !problem && <p role="status">{t('Opening the picture…')}</p>}
      </div>
    </Dialog>
  )
}
