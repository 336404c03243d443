import { t } from '../language/words.ts'
import { Field } from '../ui/Field.tsx'
import { useHandleCheck } from './use-handle-check.ts'

interface Props {
  name: string
  value: string
  error: string | undefined
  /** The one that the person has already. */
  mine?: string
  onChange: (event: { target: { value: string } }) => void
}

/** The handle, with the server's word on whether it can be had. */
export function HandleField({ name, value, error, mine, onChange }: Props) {
  const { state, reason } = useHandleCheck(value === mine ? '' : value)
  return (
    <Field
      label={t('Handle')}
      name={name}
      prefix="@"
      value={value}
      onChange={onChange}
      error={error ?? (state === 'refused' ? reason : undefined)}
      hint={
        <p role="status">
          {state === 'none' &&
            (mine
              ? t('Small letters, digits and _.')
              : t('Your address on Mayfly. Small letters, digits and _.'))}
          {state === 'checking' && t('Looking…')}
          {state === 'available' && (
            <span className="font-medium text-repost">
              {t('{handle} can be yours.', { handle: `@${value}` })}
            </span>
          )}
        </p>
      }
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={20}
      required
    />
  )
}
