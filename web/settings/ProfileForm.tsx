import { limits } from '@mayfly/contract/limits'
import { type Person, peopleRoutes } from '@mayfly/contract/people'
import { Link } from '@tanstack/react-router'
import { api } from '../api.ts'
import { t } from '../language/words.ts'
import { showMe } from '../show-me.ts'
import { Field } from '../ui/Field.tsx'
import { FormProblem } from '../ui/FormProblem.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { toast } from '../ui/toast-store.ts'
import { useForm } from '../ui/use-form.ts'
import { SaveButton } from './SaveButton.tsx'

/** The name and the words of a profile. */
export function ProfileForm({ person }: { person: Person }) {
  const form = useForm({
    initial: { displayName: person.displayName, bio: person.bio },
    schema: peopleRoutes.editMe.input,
    send: async (values) => {
      showMe(await api.editMe(values))
      toast(t('Your profile is saved.'))
    },
  })
  return (
    <form {...form.formProps} className="grid gap-5">
      <Field {...form.field('displayName')} label={t('Name')} autoComplete="name" dir="auto" required />
      <TextArea
        {...form.field('bio')}
        label={t('Bio')}
        most={limits.bioGraphemes}
        hint={t('Links, @people and #tags become links.')}
      />
      <FormProblem>{form.problem}</FormProblem>
      <p className="flex flex-wrap items-center gap-4">
        <SaveButton isSending={form.isSending} wait={form.wait}>
          {t('Save')}
        </SaveButton>
        <Link to="/@{$handle}" params={{ handle: person.handle }} className="link">
          {t('See your profile')}
        </Link>
      </p>
    </form>
  )
}
