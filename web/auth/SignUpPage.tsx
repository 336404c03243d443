import { SignUp } from '@mayfly/contract/sessions'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { HandleField } from '../handles/HandleField.tsx'
import { documentAddress } from '../language/language.ts'
import { rich } from '../language/rich.tsx'
import { t } from '../language/words.ts'
import { server } from '../server.ts'
import { Field } from '../ui/Field.tsx'
import { FormProblem } from '../ui/FormProblem.tsx'
import { MailboxLink } from '../ui/MailboxLink.tsx'
import { NewPasswordInput } from '../ui/NewPasswordInput.tsx'
import { SubmitButton } from '../ui/SubmitButton.tsx'
import { useForm } from '../ui/use-form.ts'
import { AuthPage } from './AuthPage.tsx'
import { suggestHandle } from './suggest-handle.ts'
import { setWaitingAccount } from './waiting-account.ts'

const initial = { displayName: '', handle: '', email: '', password: '' }

export function SignUpPage() {
  const navigate = useNavigate()
  const [hasOwnHandle, setHasOwnHandle] = useState(false)
  const form = useForm({
    initial,
    schema: SignUp,
    send: async (values) => {
      await server.signUp(values)
      setWaitingAccount({ email: values.email.trim(), password: values.password, isCodeSent: true })
      await navigate({ to: '/confirm', search: true })
    },
  })
  const name = form.field('displayName')

  return (
    <AuthPage
      title={t('Join Mayfly')}
      lead={t('Your account stays; what you post does not.')}
      foot={rich('Already here? <link>Sign in</link>', {
        link: (words) => (
          <Link to="/signin" search={true} className="link">
            {words}
          </Link>
        ),
      })}
    >
      <form {...form.formProps} className="grid gap-5">
        <Field
          {...name}
          label={t('Name')}
          autoComplete="name"
          required
          hint={t('What people see. You can use your own or make one up.')}
          onChange={(event) => {
            name.onChange(event)
            if (!hasOwnHandle) form.set('handle', suggestHandle(event.target.value))
          }}
        />
        <HandleField
          {...form.field('handle')}
          onChange={({ target }) => {
            setHasOwnHandle(target.value !== '')
            form.set('handle', target.value.toLowerCase().replace(/^@/, ''))
          }}
        />
        <Field {...form.field('email')} label={t('E-mail')} type="email" autoComplete="username" required />
        <NewPasswordInput {...form.field('password')} label={t('Password')} required />
        <FormProblem>{form.problem}</FormProblem>
        <SubmitButton isSending={form.isSending} wait={form.wait}>
          {t('Join Mayfly')}
        </SubmitButton>
        <MailboxLink />
        <p className="text-note text-ink2">
          {rich(
            'By joining you agree to the <terms>terms</terms>. The <privacy>privacy page</privacy> says what is kept, and for how long.',
            {
              terms: (words) => (
                <a href={documentAddress('/terms')} className="link">
                  {words}
                </a>
              ),
              privacy: (words) => (
                <a href={documentAddress('/privacy')} className="link">
                  {words}
                </a>
              ),
            },
          )}
        </p>
      </form>
    </AuthPage>
  )
}
