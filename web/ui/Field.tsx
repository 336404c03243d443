import { type InputHTMLAttributes, type ReactNode, useId } from 'react'

interface Words {
  label: string
  error?: string | undefined
  /** Stands under the input, until there is an error. */
  hint?: ReactNode
}

interface FrameProps extends Words {
  /** Given the id and the attributes that tie the input to its words. */
  children: (tie: { id: string; 'aria-invalid': boolean; 'aria-describedby': string }) => ReactNode
}

/** An input's label, hint and error, tied to it for everybody. */
export function FieldFrame({ label, error, hint, children }: FrameProps) {
  const id = useId()
  const notes = `${id}-notes`
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      {children({ id, 'aria-invalid': Boolean(error), 'aria-describedby': notes })}
      <div id={notes} className="text-note text-ink2">
        {error ? <p className="text-like font-medium">{error}</p> : hint}
      </div>
    </div>
  )
}

interface Props extends Words, Omit<InputHTMLAttributes<HTMLInputElement>, 'className'> {
  /** Stands in the input, before what is typed. */
  prefix?: string
}

/** A line of text with its label. Addresses are read from left to right. */
export function Field({ label, error, hint, prefix, ...input }: Props) {
  return (
    <FieldFrame label={label} error={error} hint={hint}>
      {(tie) => (
        <span
          className="input-wrap"
          data-prefix={prefix}
          dir={prefix || input.type === 'email' ? 'ltr' : undefined}
        >
          <input className={prefix ? 'input ps-8' : 'input'} {...tie} {...input} />
        </span>
      )}
    </FieldFrame>
  )
}
