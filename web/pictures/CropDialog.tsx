import type { Person } from '@mayfly/contract/people'
import { useId, useState } from 'react'
import { Dialog } from '../ui/Dialog.tsx'
import { CropForm } from './CropForm.tsx'
import { cropKinds, type ProfilePicture } from './crop-kinds.ts'
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
  const { name } = cropKinds[kind]
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
          Your new {name}
        </h2>
        {problem && (
          <>
            <p role="alert">{problem}</p>
            <button type="button" className="btn ghost justify-self-end" data-autofocus="" onClick={leave}>
              Close
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
                    <ProgressRing label="Your picture is on its way" progress={upload.progress.share} />
                    {upload.progress.words}
                  </span>
                )}
                {upload.sentence && <span className="text-like font-medium">{upload.sentence}</span>}
                {upload.sentence && upload.canRetry && cropped && (
                  <button type="button" className="link ml-2" onClick={upload.retry}>
                    Try again
                  </button>
                )}
              </>
            }
          />
        )}
        {!image && !problem && <p role="status">Opening the picture…</p>}
      </div>
    </Dialog>
  )
}
