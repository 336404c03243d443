import { sessionRoutes } from '@mayfly/contract/sessions'
import { Link, useNavigate } from '@tanstack/react-router'
import { t } from '../language/words.ts'
import { server } from '../server.ts'
import { Field } from '../ui/Field.tsx'
import { FormProblem } from '../ui/FormProblem.tsx'
import { MailboxLink } from '../ui/MailboxLink.tsx'
import { SubmitButton } from '../ui/SubmitButton.tsx'
import { useForm } from '../ui/use-form.ts'
import { AuthPage } from './AuthPage.tsx'
import { setWaitingAccount, waitingAccount } from './waiting-account.ts'

export function ForgotPage() {
  const navigate = useNavigate()
  const form = useForm({
    initial: { email: waitingAccount()?.email ?? '' },
    schema: sessionRoutes.forgotPassword.input,
    send: async ({ email }) => {
      await server.forgotPassword({ email })
      setWaitingAccount({ email, isCodeSent: true })
      await navigate({ to: '/reset', search: true })
    },
  })

  return (
    <AuthPage
      title={t('Forgot your password?')}
      lead={t('We send a code to your e-mail address. With it you set a new one.')}
      foot={
        <Link to="/signin" search={true} className="link">
          {t('Back to the sign-in')}
        </Link>
      }
    >
      <form {...form.formProps} className="grid gap-5">
        <Field {...form.field('email')} label={t('E-mail')} type="email" autoComplete="username" required />
        <FormProblem>{form.problem}</FormProblem>
        <SubmitButton isSending={form.isSending} wait={form.wait}>
          {t('Send me a code')}
        </SubmitButton>
        <MailboxLink />
      </form>
    </AuthPage>
  )
}
