import { delMany, keys } from 'idb-keyval'
import { useCallback, useEffect, useState } from 'react'
import { t } from '../language/words.ts'
import { useSession } from '../session/use-session.ts'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { toast } from '../ui/toast-store.ts'
import { SettingsSection } from './SettingsSection.tsx'

/** How the names of what is kept begin; then comes whose it is. */
const kinds = ['draft', 'message-draft', 'unsent']

/** What was begun on this device and is kept on it alone; it can be thrown away at once. */
export function DeviceSection() {
  const { me } = useSession()
  const [kept, setKept] = useState<string[]>()
  const [isAsking, setIsAsking] = useState(false)
  const look = useCallback(async () => {
    if (me) setKept(await keptOf(me.id).catch(() => []))
  }, [me])
  useEffect(() => void look(), [look])

  const throwAway = async () => {
    setIsAsking(false)
    await delMany(kept ?? []).catch(() => undefined)
    await look()
    toast(t('Nothing that you began is kept here any more.'))
  }
  return (
    <SettingsSection
      title={t('On this device')}
      note={t('What you begin to write is kept here, and nowhere else, until it is sent.')}
    >
      <p className="min-h-6">{kept && inWords(kept)}</p>
      {kept && kept.length > 0 && (
        <button type="button" className="btn ghost justify-self-start" onClick={() => setIsAsking(true)}>
          {t('Throw it away')}
        </button>
      )}
      {isAsking && (
        <ConfirmDialog
          title={t('Throw away what you began?')}
          deed={t('Throw it away')}
          confirm={() => void throwAway()}
          close={() => setIsAsking(false)}
        >
          {t('{kept} It cannot be brought back.', { kept: inWords(kept ?? []) })}
        </ConfirmDialog>
      )}
    </SettingsSection>
  )
}

async function keptOf(personId: string): Promise<string[]> {
  const all = (await keys()).map(String)
  return all.filter((key) => kinds.some((kind) => key.startsWith(`${kind} ${personId} `)))
}

function inWords(kept: readonly string[]): string {
  if (kept.length === 0) return t('Nothing right now.')
  const unsent = kept.filter((key) => key.startsWith('unsent ')).length
  const drafts = kept.length - unsent
  if (unsent === 0) return t('{drafts, plural, one {# draft} other {# drafts}}.', { drafts })
  if (drafts === 0) return t('{unsent, plural, one {# message} other {# messages}} not sent yet.', { unsent })
  return t(
    '{drafts, plural, one {# draft} other {# drafts}} and {unsent, plural, one {# message} other {# messages}} not sent yet.',
    { drafts, unsent },
  )
}
