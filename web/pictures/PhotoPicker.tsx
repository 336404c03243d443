import { Camera, ImagePlus, type LucideIcon } from 'lucide-react'
import { type ChangeEvent, useRef } from 'react'
import { t } from '../language/words.ts'
import { acceptedFiles } from './accepted-files.ts'

interface Props {
  /** How many more there is room for. */
  room: number
  add: (files: File[]) => void
}

/** The buttons that open the device's own choice of pictures and, on phones, its camera. */
export function PhotoPicker({ room, add }: Props) {
  const isFull = room <= 0
  return (
    <>
      <FileButton
        icon={ImagePlus}
        title={t('Add photos')}
        label={isFull ? t('Add photos. There is no room for more') : t('Add photos')}
        inputLabel={t('Photos')}
        isFull={isFull}
        multiple={room > 1}
        add={add}
      />
      <span className="camera">
        <FileButton
          icon={Camera}
          title={t('Take a photo')}
          label={isFull ? t('Take a photo. There is no room for more') : t('Take a photo')}
          inputLabel={t('Take a photo')}
          isFull={isFull}
          // Since Android 14 the choice of pictures has no camera among it.
          capture="environment"
          add={add}
        />
      </span>
    </>
  )
}

interface FileButtonProps {
  icon: LucideIcon
  title: string
  label: string
  inputLabel: string
  isFull: boolean
  multiple?: boolean
  capture?: 'environment'
  add: (files: File[]) => void
}

function FileButton(props: FileButtonProps) {
  const { icon: Icon, title, label, inputLabel, isFull, multiple, capture, add } = props
  const input = useRef<HTMLInputElement>(null)
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
        aria-label={label}
        title={title}
        aria-disabled={isFull}
        onClick={() => !isFull && input.current?.click()}
      >
        <Icon size={20} aria-hidden="true" />
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={multiple}
        capture={capture}
        accept={acceptedFiles}
        aria-label={inputLabel}
        onChange={pick}
      />
    </>
  )
}
