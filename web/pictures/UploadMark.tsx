import { Check, RotateCw, TriangleAlert, WifiOff } from 'lucide-react'
import { t } from '../language/words.ts'
import { ProgressRing } from './ProgressRing.tsx'
import { retryPhoto } from './trays.ts'
import type { UploadState } from './upload-state.ts'

interface Props {
  upload: UploadState
  place: number
  retryKey: string
}

/** How far an upload is, over its picture: a ring, a tick, or what can be done. */
export function UploadMark({ upload, place, retryKey }: Props) {
  switch (upload.step) {
    case 'ready':
      return (
        <span className="tray-tick">
          <Check size={16} strokeWidth={3} aria-hidden="true" />
          <span className="sr-only">{t('Ready')}</span>
        </span>
      )
    case 'failed':
      return (
        <span className="tray-veil">
          <button
            type="button"
            className="tray-retry"
            aria-label={t('Send photo {place} again', { place })}
            onClick={() => retryPhoto(retryKey)}
          >
            <RotateCw size={22} aria-hidden="true" />
          </button>
        </span>
      )
    case 'refused':
      return (
        <span className="tray-veil">
          <TriangleAlert size={28} aria-hidden="true" />
        </span>
      )
    case 'paused':
      return (
        <span className="tray-veil">
          <WifiOff size={28} aria-hidden="true" />
          <span className="sr-only">{t('Waits for the connection')}</span>
        </span>
      )
    default:
      return (
        <span className="tray-veil">
          <ProgressRing
            label={t('Photo {place} is on its way', { place })}
            progress={upload.step === 'sending' ? upload.progress : undefined}
          />
        </span>
      )
  }
}
