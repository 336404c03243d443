import { limits } from '@mayfly/contract/limits'
import { type Person, peopleRoutes } from '@mayfly/contract/people'
import { api } from '../api.ts'
import { HandleField } from '../handles/HandleField.tsx'
import { t } from '../language/words.ts'
import { showMe } from '../show-me.ts'
import { FormProblem } from '../ui/FormProblem.tsx'
import { toast } from '../ui/toast-store.ts'
import { useForm } from '../ui/use-form.ts'
import { SaveButton } from './SaveButton.tsx'

/** Another handle, and what becomes of the one before. */
export function HandleForm({ person }: { person: Person }) {
  const form = useForm({
    initial: { handle: person.handle },
    schema: peopleRoutes.changeHandle.input,
    send: async ({ handle }) => {
      if (handle === person.handle) return
      showMe(await api.changeHandle({ handle }))
      toast(
        t(
          'You are {handle} from now on. {former} leads to you for {days, plural, one {# day} other {# days}}.',
          { handle: `@${handle}`, former: `@${person.handle}`, days: limits.formerHandleDays },
        ),
      )
    },
  })
  return (
    <form {...form.formProps} aria-labelledby="handle-title" className="grid gap-5">
      <div>
        <h2 id="handle-title" className="text-xl font-bold">
          {t('Your handle')}
        </h2>
        <p className="mt-1 text-ink2">
          {t(
            'Your address on Mayfly. When you change it, the one before leads to you for {days, plural, one {# day} other {# days}}. Nobody else can take it in that time, and you can take it back.',
            { days: limits.formerHandleDays },
          )}
        </p>
      </div>
      <HandleField
        {...form.field('handle')}
        mine={person.handle}
        onChange={({ target }) => form.set('handle', target.value.toLowerCase().replace(/^@/, ''))}
      />
      <FormProblem>{form.problem}</FormProblem>
      <SaveButton isSending={form.isSending} wait={form.wait}>
        {t('Change handle')}
      </SaveButton>
    </form>
  )
}
