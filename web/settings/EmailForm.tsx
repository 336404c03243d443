import { accountRoutes } from '@mayfly/contract/account'
import { api } from '../api.ts'
import { t } from '../language/words.ts'
import { Field } from '../ui/Field.tsx'
import { FormProblem } from '../ui/FormProblem.tsx'
import { PasswordInput } from '../ui/PasswordInput.tsx'
import { SubmitButton } from '../ui/SubmitButton.tsx'
import { useForm } from '../ui/use-form.ts'

/** A new address that a code is on its way to. Held in memory alone, to ask for another code. */
export interface AskedEmail {
  email: string
  password: string
}

/** Asks for another address. */
export function EmailForm({ ask }: { ask: (asked: AskedEmail) => void }) {
  const form = useForm({
    initial: { email: '', password: '' },
    schema: accountRoutes.changeEmail.input,
    send: async (values) => {
      await api.changeEmail(values)
      ask(values)
    },
  })
  return (
    <form {...form.formProps} className="grid gap-5">
      <Field
        {...form.field('email')}
        label={t('New e-mail address')}
        type="email"
        autoComplete="email"
        required
      />
      <PasswordInput
        {...form.field('password')}
        label={t('Your password')}
        autoComplete="current-password"
        required
      />
      <FormProblem>{form.problem}</FormProblem>
      <SubmitButton isSending={form.isSending} wait={form.wait}>
        {t('Send a code to it')}
      </SubmitButton>
    </form>
  )
}
