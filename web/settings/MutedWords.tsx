import { muteRoutes } from '@mayfly/contract/mutes'
import { X } from 'lucide-react'
import { api } from '../api.ts'
import { t } from '../language/words.ts'
import { ErrorCard } from '../ui/ErrorCard.tsx'
import { Field } from '../ui/Field.tsx'
import { FormProblem } from '../ui/FormProblem.tsx'
import { sentenceFor } from '../ui/sentence-for.ts'
import { toast } from '../ui/toast-store.ts'
import { useForm } from '../ui/use-form.ts'
import { queryClient, readKey, useRead } from '../use-api.ts'
import { SaveButton } from './SaveButton.tsx'
import { SettingsSection } from './SettingsSection.tsx'

/** Shows the list as it is now. Feeds are read anew the next time, without the words or with them. */
function keep(words: { items: string[] }): void {
  queryClient.setQueryData(readKey('listMutedWords', {}), words)
  for (const feeds of ['feed', 'feed-head'])
    queryClient.removeQueries({ queryKey: [feeds], type: 'inactive' })
}

/** The words that one does not want to read. */
export function MutedWords() {
  const { data, error, refetch } = useRead('listMutedWords', {})
  const form = useForm({
    initial: { word: '' },
    schema: muteRoutes.muteWord.input,
    send: async (values) => {
      keep(await api.muteWord(values))
      form.set('word', '')
    },
  })
  return (
    <SettingsSection
      title={t('Muted words')}
      note={t('Posts with one of these words do not come to you by themselves. Capitals make no difference.')}
    >
      <form {...form.formProps} className="grid gap-3">
        <Field
          {...form.field('word')}
          label={t('A word, or a few')}
          autoComplete="off"
          autoCapitalize="none"
          dir="auto"
        />
        <FormProblem>{form.problem}</FormProblem>
        <SaveButton isSending={form.isSending} wait={form.wait}>
          {t('Mute')}
        </SaveButton>
      </form>
      {error && !data ? <ErrorCard error={error} retry={() => void refetch()} /> : null}
      {data?.items.length === 0 && <p className="text-ink2">{t('You have muted no words.')}</p>}
      {data && data.items.length > 0 && (
        <ul aria-label={t('Muted words')} className="flex flex-wrap gap-2">
          {data.items.map((word) => (
            <MutedWord key={word} word={word} />
          ))}
        </ul>
      )}
    </SettingsSection>
  )
}

function MutedWord({ word }: { word: string }) {
  const unmute = async () => {
    try {
      keep(await api.unmuteWord({ word }))
      toast(t('“{word}” is not muted any more.', { word }), {
        action: { label: t('Undo'), run: () => void muteAgain() },
      })
    } catch (error) {
      toast(t('“{word}” is still muted. {why}', { word, why: sentenceFor(error) }))
    }
  }
  const muteAgain = () =>
    api
      .muteWord({ word })
      .then(keep, (error: unknown) => toast(t('Not muted. {why}', { why: sentenceFor(error) })))
  return (
    <li className="word-chip">
      <bdi className="min-w-0 wrap-anywhere">{word}</bdi>
      <button type="button" aria-label={t('Unmute {handle}', { handle: word })} onClick={() => void unmute()}>
        <X size={16} aria-hidden="true" />
      </button>
    </li>
  )
}
