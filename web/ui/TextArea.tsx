import { countGraphemes } from '@mayfly/contract/text'
import { type TextareaHTMLAttributes, useId } from 'react'
import { CharacterRing } from './CharacterRing.tsx'
import { FieldFrame } from './Field.tsx'

interface Props extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'className'> {
  label: string
  value: string
  error?: string | undefined
  hint?: string
  /** How many characters there may be. */
  most: number
}

/** Lines of text with their label, and how much room is left. */
export function TextArea({ label, value, error, hint, most, ...area }: Props) {
  const countId = useId()
  return (
    <FieldFrame
      label={label}
      error={error}
      hint={
        <span className="flex items-start justify-between gap-3">
          <span>{hint}</span>
          <CharacterRing id={countId} count={countGraphemes(value.trim().normalize('NFC'))} most={most} />
        </span>
      }
    >
      {(tie) => <textarea {...tie} {...area} value={value} dir="auto" rows={4} className="input text-area" />}
    </FieldFrame>
  )
}
