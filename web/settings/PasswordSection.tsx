import { accountRoutes } from '@mayfly/contract/account'
import { api } from '../api.ts'
import { t } from '../language/words.ts'
import { FormProblem } from '../ui/FormProblem.tsx'
import { NewPasswordInput } from '../ui/NewPasswordInput.tsx'
import { PasswordInput } from '../ui/PasswordInput.tsx'
import { SubmitButton } from '../ui/SubmitButton.tsx'
import { toast } from '../ui/toast-store.ts'
import { useForm } from '../ui/use-form.ts'
import { SettingsSection } from './SettingsSection.tsx'

/** Sets a new password with the old one. */
export function PasswordSection() {
  const form = useForm({
    initial: { password: '', newPassword: '' },
    schema: accountRoutes.changePassword.input,
    send: async (values) => {
      await api.changePassword(values)
      form.set('password', '')
      form.set('newPassword', '')
      toast(t('Your password is changed. Every other place is signed out.'))
    },
  })
  return (
    <SettingsSection title={t('Password')} note={t('Every place but this one is signed out with it.')}>
      <form {...form.formProps} className="grid gap-5">
        <PasswordInput
          {...form.field('password')}
          label={t('Your password')}
          autoComplete="current-password"
          required
        />
        <NewPasswordInput {...form.field('newPassword')} label={t('New password')} required />
        <FormProblem>{form.problem}</FormProblem>
        <SubmitButton isSending={form.isSending} wait={form.wait}>
          {t('Change the password')}
        </SubmitButton>
      </form>
    </SettingsSection>
  )
}
