import { Refusal } from '@mayfly/contract/refusal'
import { sessionRoutes } from '@mayfly/contract/sessions'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { rich } from '../language/rich.tsx'
import { t } from '../language/words.ts'
import { signIn } from '../session/begin.ts'
import { Field } from '../ui/Field.tsx'
import { FormProblem } from '../ui/FormProblem.tsx'
import { PasswordInput } from '../ui/PasswordInput.tsx'
import { SubmitButton } from '../ui/SubmitButton.tsx'
import { useForm } from '../ui/use-form.ts'
import { AuthPage } from './AuthPage.tsx'
import { setWaitingAccount, waitingAccount } from './waiting-account.ts'

export function SignInPage() {
  const navigate = useNavigate()
  const { next } = useSearch({ from: '/auth' })
  const [waiting] = useState(waitingAccount)
  const form = useForm({
    initial: { email: waiting?.email ?? '', password: '' },
    schema: sessionRoutes.signIn.input,
    send: async (values) => {
      try {
        await signIn(values)
        setWaitingAccount(undefined)
      } catch (error) {
        const deletesAt = deletionIn(error)
        if (deletesAt !== undefined) {
          setWaitingAccount({ ...values, isCodeSent: false, deletesAt })
          return navigate({ to: '/restore', search: true })
        }
        if (!isUnconfirmed(error)) throw error
        setWaitingAccount({
          ...values,
          isCodeSent: false,
          notice: t('Please confirm your e-mail address first.'),
        })
        await navigate({ to: '/confirm', search: true })
      }
    },
  })

  return (
    <AuthPage
      title={t('Sign in')}
      lead={waiting?.notice ?? (next ? t('Sign in, and you are back where you wanted to be.') : undefined)}
      foot={rich('New here? <link>Join Mayfly</link>', {
        link: (words) => (
          <Link to="/signup" search={true} className="link">
            {words}
          </Link>
        ),
      })}
    >
      <form {...form.formProps} className="grid gap-5">
        <Field {...form.field('email')} label={t('E-mail')} type="email" autoComplete="username" required />
        <PasswordInput
          {...form.field('password')}
          label={t('Password')}
          autoComplete="current-password"
          required
        />
        <FormProblem>{form.problem}</FormProblem>
        <SubmitButton isSending={form.isSending} wait={form.wait}>
          {t('Sign in')}
        </SubmitButton>
        <p className="text-sm">
          <Link
            to="/forgot"
            search={true}
            className="link"
            onClick={() => setWaitingAccount({ ...waiting, email: form.values.email, isCodeSent: false })}
          >
            {t('Forgot your password?')}
          </Link>
        </p>
      </form>
    </AuthPage>
  )
}

const isUnconfirmed = (error: unknown) => error instanceof Refusal && error.fields.email === 'unconfirmed'

/** When the account is deleted that somebody wants to sign in to, in ms since 1970. */
function deletionIn(error: unknown): number | undefined {
  const moment = error instanceof Refusal ? error.fields.deletesAt : undefined
  return moment === undefined ? undefined : Date.parse(moment)
}
