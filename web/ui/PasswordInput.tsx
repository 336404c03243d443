import { Eye, EyeOff } from 'lucide-react'
import { type InputHTMLAttributes, type KeyboardEvent, type ReactNode, useState } from 'react'
import { t } from '../language/words.ts'
import { FieldFrame } from './Field.tsx'

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'className'> {
  label: string
  error?: string | undefined
  hint?: ReactNode
}

/** A password with a button to look at it, and a word when Caps Lock is on. */
export function PasswordInput({ label, error, hint, ...input }: Props) {
  const [isShown, setIsShown] = useState(false)
  const [hasCapsLock, setHasCapsLock] = useState(false)
  const noticeCapsLock = (event: KeyboardEvent) => setHasCapsLock(event.getModifierState('CapsLock'))
  return (
    <FieldFrame
      label={label}
      error={error}
      hint={
        <>
          {hasCapsLock && <p className="font-medium text-ember-ink">{t('Caps Lock is on.')}</p>}
          {hint}
        </>
      }
    >
      {(tie) => (
        <span className="input-wrap" dir="ltr">
          <input
            {...tie}
            {...input}
            className="input pe-14"
            type={isShown ? 'text' : 'password'}
            autoCapitalize="none"
            spellCheck={false}
            onKeyDown={noticeCapsLock}
            onKeyUp={noticeCapsLock}
          />
          <button
            type="button"
            className="icon-btn input-end"
            aria-label={t(isShown ? 'Hide the password' : 'Show the password')}
            aria-pressed={isShown}
            onClick={() => setIsShown(!isShown)}
          >
            {isShown ? <EyeOff size={20} aria-hidden="true" /> : <Eye size={20} aria-hidden="true" />}
          </button>
        </span>
      )}
    </FieldFrame>
  )
}
