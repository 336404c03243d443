import { suspensionDays } from '@mayfly/contract/moderation'
import { type FormEvent, useId, useState } from 'react'
import { t } from '../language/words.ts'
import { Dialog } from '../ui/Dialog.tsx'

type Days = (typeof suspensionDays)[number]

interface Props {
  handle: string
  suspend: (days: Days) => void
  close: () => void
}

/** Asks for how long. */
export function SuspendDialog({ handle, suspend, close }: Props) {
  const id = useId()
  const [days, setDays] = useState<Days>(3)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    close()
    suspend(days)
  }
  return (
    <Dialog isOpen onClose={close} labelledBy={id} className="w-[min(26rem,92vw)]">
      <form onSubmit={submit} className="grid gap-4 p-5">
        <h2 id={id} className="text-xl font-bold">
          {t('Suspend {handle}', { handle: `@${handle}` })}
        </h2>
        <fieldset className="flex flex-wrap gap-2">
          <legend className="mb-2 text-sm font-semibold">{t('For how long?')}</legend>
          {suspensionDays.map((choice) => (
            <label key={String(choice)} className="chip">
              <input
                type="radio"
                name={`${id}-days`}
                className="sr-only"
                checked={days === choice}
                data-autofocus={choice === days ? '' : undefined}
                onChange={() => setDays(choice)}
              />
              {t('{days, plural, =0 {good} one {# day} other {# days}}', { days: choice ?? 0 })}
            </label>
          ))}
        </fieldset>
        <p className="text-sm text-ink2">
          {t(
            'They are signed out everywhere. Their profile, posts and messages show to nobody until then, and they are told why when they try to sign in.',
          )}
        </p>
        <p className="flex flex-wrap justify-end gap-3">
          <button type="button" className="btn ghost" onClick={close}>
            {t('Cancel')}
          </button>
          <button type="submit" className="btn danger">
            {t('Suspend')}
          </button>
        </p>
      </form>
    </Dialog>
  )
}
