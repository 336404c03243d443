import { sessionRoutes } from '@mayfly/contract/sessions'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { rich } from '../language/rich.tsx'
import { t } from '../language/words.ts'
import { server } from '../server.ts'
import { signIn } from '../session/begin.ts'
import { welcomePath } from '../session/next-path.ts'
import { Field } from '../ui/Field.tsx'
import { FormProblem } from '../ui/FormProblem.tsx'
import { MailboxLink } from '../ui/MailboxLink.tsx'
import { OtpInput } from '../ui/OtpInput.tsx'
import { CODE_LENGTH } from '../ui/otp.ts'
import { ResendButton } from '../ui/ResendButton.tsx'
import { SubmitButton } from '../ui/SubmitButton.tsx'
import { useForm } from '../ui/use-form.ts'
import { AuthPage } from './AuthPage.tsx'
import { setWaitingAccount, waitingAccount } from './waiting-account.ts'

export function ConfirmPage() {
  const navigate = useNavigate()
  const { next } = useSearch({ from: '/auth' })
  const [waiting] = useState(waitingAccount)
  const form = useForm({
    initial: { email: waiting?.email ?? '', code: '' },
    schema: sessionRoutes.confirmSignUp.input,
    send: async ({ email, code }) => {
      await server.confirmSignUp({ email, code })
      // Whoever signs in now, here or on the next page, is new here.
      const search = { next: welcomePath(next) }
      await navigate({ to: '/confirm', search, replace: true })
      const isSignedIn = await signInWith(email, waiting?.password)
      if (isSignedIn) return
      setWaitingAccount({
        email,
        isCodeSent: false,
        notice: t('Your e-mail address is confirmed. Please sign in.'),
      })
      await navigate({ to: '/signin', search })
    },
  })

  return (
    <AuthPage
      title={t('Look into your mail')}
      lead={waiting?.notice ?? t('We sent you a code of six digits. It shows that the address is yours.')}
      foot={rich('Confirmed already? <link>Sign in</link>', {
        link: (words) => (
          <Link to="/signin" search={true} className="link">
            {words}
          </Link>
        ),
      })}
    >
      <form {...form.formProps} className="grid gap-5">
        <Field {...form.field('email')} label={t('E-mail')} type="email" autoComplete="username" required />
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
          {t('Confirm')}
        </SubmitButton>
        <MailboxLink />
        <p className="flex flex-wrap items-center gap-3 text-sm text-ink2">
          {t('Nothing came?')}
          <ResendButton
            isSentAlready={waiting?.isCodeSent ?? false}
            resend={() => server.resendCode({ email: form.values.email })}
          />
        </p>
      </form>
    </AuthPage>
  )
}

/** Signs in with the password that is still in memory; the frame leads on then. */
async function signInWith(email: string, password: string | undefined): Promise<boolean> {
  if (password === undefined) return false
  const isIn = await signIn({ email, password }).then(
    () => true,
    () => false,
  )
  if (isIn) setWaitingAccount(undefined)
  return isIn
}
