import { sessionRoutes } from '@mayfly/contract/sessions'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { t } from '../language/words.ts'
import { server } from '../server.ts'
import { signIn } from '../session/begin.ts'
import { Field } from '../ui/Field.tsx'
import { FormProblem } from '../ui/FormProblem.tsx'
import { MailboxLink } from '../ui/MailboxLink.tsx'
import { NewPasswordInput } from '../ui/NewPasswordInput.tsx'
import { OtpInput } from '../ui/OtpInput.tsx'
import { ResendButton } from '../ui/ResendButton.tsx'
import { SubmitButton } from '../ui/SubmitButton.tsx'
import { useForm } from '../ui/use-form.ts'
import { AuthPage } from './AuthPage.tsx'
import { waitingAccount } from './waiting-account.ts'

export function ResetPage() {
  const [waiting] = useState(waitingAccount)
  const form = useForm({
    initial: { email: waiting?.email ?? '', code: '', password: '' },
    schema: sessionRoutes.resetPassword.input,
    send: async ({ email, code, password }) => {
      await server.resetPassword({ email, code, password })
      await signIn({ email, password })
    },
  })

  return (
    <AuthPage
      title={t('Set a new password')}
      lead={t('If there is an account with this address, its code is in the mail now.')}
      foot={
        <Link to="/signin" search={true} className="link">
          {t('Back to the sign-in')}
        </Link>
      }
    >
      <form {...form.formProps} className="grid gap-5">
        <Field {...form.field('email')} label={t('E-mail')} type="email" autoComplete="username" required />
        <OtpInput {...form.field('code')} label={t('Code')} onChange={(code) => form.set('code', code)} />
        <NewPasswordInput {...form.field('password')} label={t('New password')} required />
        <FormProblem>{form.problem}</FormProblem>
        <SubmitButton isSending={form.isSending} wait={form.wait}>
          {t('Set the password')}
        </SubmitButton>
        <MailboxLink />
        <p className="flex flex-wrap items-center gap-3 text-sm text-ink2">
          {t('Nothing came?')}
          <ResendButton
            isSentAlready={waiting?.isCodeSent ?? false}
            resend={() => server.forgotPassword({ email: form.values.email })}
          />
        </p>
      </form>
    </AuthPage>
  )
}
