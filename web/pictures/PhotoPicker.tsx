import { ImagePlus } from 'lucide-react'
import { type ChangeEvent, useRef } from 'react'
import { t } from '../language/words.ts'
import { acceptedFiles } from './accepted-files.ts'

interface Props {
  /** How many more there is room for. */
  room: number
  add: (files: File[]) => void
}

/** The button that opens the device's own choice of pictures; on a phone its camera is among it. */
export function PhotoPicker({ room, add }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const isFull = room <= 0
  const pick = (event: ChangeEvent<HTMLInputElement>) => {
    add([...(event.target.files ?? [])])
    // Or the same file could not be picked once more.
    event.target.value = ''
  }
  return (
    <>
      <button
        type="button"
        className="act"
        aria-label={isFull ? t('Add photos. There is no room for more') : t('Add photos')}
        title={t('Add photos')}
        aria-disabled={isFull}
        onClick={() => !isFull && input.current?.click()}
      >
        <ImagePlus size={20} aria-hidden="true" />
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={room > 1}
        accept={acceptedFiles}
        aria-label={t('Photos')}
        onChange={pick}
      />
    </>
  )
}
