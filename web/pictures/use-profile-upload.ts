import type { Person } from '@mayfly/contract/people'
import { useEffect, useRef, useState } from 'react'
import { t } from '../language/words.ts'
import { toast } from '../ui/toast-store.ts'
import type { ProfilePicture } from './crop-kinds.ts'
import { showProfilePicture } from './profile-pictures.ts'
import { firstUploadState, isUnderWay, type UploadState } from './upload-state.ts'
import { beginUpload, type RunningUpload } from './uploads.ts'

/** Sends an avatar or a banner, and shows it everywhere when it is ready; then `finish` is called. */
export function useProfileUpload(kind: ProfilePicture, person: Person, finish: () => void) {
  const running = useRef<RunningUpload>(undefined)
  const [state, setState] = useState<UploadState>()

  useEffect(() => () => running.current?.cancel(), [])

  const show = (next: UploadState) => {
    setState(next)
    if (next.step !== 'ready') return
    running.current = undefined
    void showProfilePicture(kind, person, next.upload.id).finally(() => {
      toast(t('Your new {kind, select, avatar {profile picture} other {banner}} is there.', { kind }))
      finish()
    })
  }
  return {
    progress: state && (isUnderWay(state) || state.step === 'ready') ? progressOf(state) : undefined,
    sentence: state && 'sentence' in state ? state.sentence : undefined,
    canRetry: state?.step === 'failed',
    send: (file: File) => {
      running.current?.cancel()
      setState(firstUploadState)
      running.current = beginUpload(kind, file, show)
    },
    retry: () => running.current?.retry(),
    cancel: () => running.current?.cancel(),
  }
}

function progressOf(state: UploadState): { share: number | undefined; words: string } {
  if (state.step === 'paused') return { share: undefined, words: t('Waiting for the connection…') }
  if (state.step === 'sending') return { share: state.progress, words: t('Sending…') }
  return { share: undefined, words: t('Preparing…') }
}
