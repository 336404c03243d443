import { accountRoutes } from '@mayfly/contract/account'
import { useEffect } from 'react'
import { api } from '../api.ts'
import { rich } from '../language/rich.tsx'
import { t } from '../language/words.ts'
import { FormProblem } from '../ui/FormProblem.tsx'
import { MailboxLink } from '../ui/MailboxLink.tsx'
import { OtpInput } from '../ui/OtpInput.tsx'
import { CODE_LENGTH } from '../ui/otp.ts'
import { ResendButton } from '../ui/ResendButton.tsx'
import { SubmitButton } from '../ui/SubmitButton.tsx'
import { useForm } from '../ui/use-form.ts'
import type { AskedEmail } from './EmailForm.tsx'

interface Props {
  asked: AskedEmail
  finish: () => void
  giveUp: () => void
}

/** Confirms a new address with the code that was sent to it. */
export function EmailCodeForm({ asked, finish, giveUp }: Props) {
  const form = useForm({
    initial: { code: '' },
    schema: accountRoutes.confirmEmail.input,
    send: async (values) => {
      await api.confirmEmail(values)
      finish()
    },
  })
  const { ref } = form.formProps
  useEffect(() => ref.current?.querySelector('input')?.focus(), [ref])
  return (
    <form {...form.formProps} className="grid gap-5">
      <p className="break-words">
        {rich(
          'A code is on its way to <strong>{email}</strong>. The old address stays until you type it here.',
          { email: <bdi>{asked.email}</bdi>, strong: (words) => <strong>{words}</strong> },
        )}
      </p>
      <OtpInput
        {...form.field('code')}
        label={t('Code')}
        hint={t('{count, plural, one {# digit} other {# digits}}, from the newest e-mail.', {
          count: CODE_LENGTH,
        })}
        onChange={(code) => form.set('code', code)}
      />
      <FormProblem>{form.problem}</FormProblem>
      <SubmitButton isSending={form.isSending} wait={form.wait}>
        {t('Confirm the address')}
      </SubmitButton>
      <MailboxLink />
      <p className="flex flex-wrap items-center gap-3 text-sm text-ink2">
        {t('Nothing came?')}
        <ResendButton isSentAlready resend={() => api.changeEmail(asked)} />
        <button type="button" className="btn ghost sm" onClick={giveUp}>
          {t('Keep the old address')}
        </button>
      </p>
    </form>
  )
}
