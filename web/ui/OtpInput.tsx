import { type ReactNode, useState } from 'react'
import { FieldFrame } from './Field.tsx'
import { CODE_LENGTH, digitsOf } from './otp.ts'

interface Props {
  label: string
  name: string
  value: string
  error?: string | undefined
  hint?: ReactNode
  onChange: (code: string) => void
}

/** A code of six digits: one input (so that pasting and filling in work) that looks like six boxes. */
export function OtpInput({ label, name, value, error, hint, onChange }: Props) {
  const [hasFocus, setHasFocus] = useState(false)
  const boxes = Array.from({ length: CODE_LENGTH }, (_, index) => index)
  const active = hasFocus ? Math.min(value.length, CODE_LENGTH - 1) : undefined
  return (
    <FieldFrame label={label} error={error} hint={hint}>
      {(tie) => (
        <span className="otp" dir="ltr" data-invalid={Boolean(error)}>
          <input
            {...tie}
            name={name}
            value={value}
            className="otp-input"
            inputMode="numeric"
            autoComplete="one-time-code"
            pattern="\d*"
            onChange={(event) => onChange(digitsOf(event.target.value))}
            onSelect={(event) => toEnd(event.currentTarget)}
            onFocus={() => setHasFocus(true)}
            onBlur={() => setHasFocus(false)}
          />
          {boxes.map((box) => (
            <span key={box} className="otp-box" data-active={box === active} aria-hidden="true">
              {value[box]}
            </span>
          ))}
        </span>
      )}
    </FieldFrame>
  )
}

/** The caret is not seen, so it stays behind the last digit; a selection of all may be. */
function toEnd(input: HTMLInputElement): void {
  const { length } = input.value
  if (input.selectionStart === input.selectionEnd && input.selectionEnd !== length)
    input.setSelectionRange(length, length)
}
