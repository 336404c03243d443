import { deletionRoutes } from '@mayfly/contract/deletion'
import { limits } from '@mayfly/contract/limits'
import { Link } from '@tanstack/react-router'
import { t } from '../language/words.ts'
import { deleteAccount } from '../session/sign-out.ts'
import { Field } from '../ui/Field.tsx'
import { FormProblem } from '../ui/FormProblem.tsx'
import { PasswordInput } from '../ui/PasswordInput.tsx'
import { useForm } from '../ui/use-form.ts'
import { waitWords } from '../ui/wait-words.ts'
import { queryClient } from '../use-api.ts'
import { SettingsBody } from './SettingsBody.tsx'
import { SettingsSection } from './SettingsSection.tsx'

/** The way out: what it means, a copy first, then handle and password. */
export function DeletePage() {
  return (
    <SettingsBody>
      <SettingsSection title={t('What happens')}>
        <ul className="grid list-disc gap-2 ps-5">
          <li>{t('At once: nobody sees you or your posts, and you are signed out everywhere.')}</li>
          <li>
            {t('For {days, plural, one {# day} other {# days}}: sign in, and you can take it back.', {
              days: limits.deletionGraceDays,
            })}
          </li>
          <li>
            {t(
              'Then: your posts, messages, pictures and your account are deleted for good. Your handle is free for others.',
            )}
          </li>
        </ul>
      </SettingsSection>
      <SettingsSection title={t('Take a copy first?')} note={t('Nobody can make one for you afterwards.')}>
        <p>
          <Link to="/settings/$page" params={{ page: 'data' }} className="btn ghost">
            {t('Get a copy of what is yours')}
          </Link>
        </p>
      </SettingsSection>
      <DeleteForm />
    </SettingsBody>
  )
}

function DeleteForm() {
  const form = useForm({
    initial: { handle: '', password: '' },
    schema: deletionRoutes.deleteAccount.input,
    send: async (values) => {
      await deleteAccount(values)
      queryClient.clear()
    },
  })
  const words = form.wait > 0 ? waitWords(form.wait) : t('Delete my account')
  return (
    <SettingsSection title={t('Delete your account')} note={t('Type both, so that it is you who means it.')}>
      <form {...form.formProps} className="grid gap-5">
        <Field
          {...form.field('handle')}
          label={t('Your handle')}
          prefix="@"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <PasswordInput
          {...form.field('password')}
          label={t('Your password')}
          autoComplete="current-password"
          required
        />
        <FormProblem>{form.problem}</FormProblem>
        <button type="submit" className="btn danger w-full" aria-disabled={form.isSending || form.wait > 0}>
          {form.isSending ? t('One moment…') : words}
        </button>
      </form>
    </SettingsSection>
  )
}
