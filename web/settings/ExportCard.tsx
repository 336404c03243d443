import type { Export } from '@mayfly/contract/exports'
import { useEffect } from 'react'
import { t } from '../language/words.ts'
import { onLive } from '../live/live.ts'
import { ErrorCard } from '../ui/ErrorCard.tsx'
import { sentenceFor } from '../ui/sentence-for.ts'
import { toast } from '../ui/toast-store.ts'
import { queryClient, readKey, useRead } from '../use-api.ts'
import { useWrite } from '../use-write.ts'
import { ExportState } from './ExportState.tsx'
import { SettingsSection } from './SettingsSection.tsx'

const WAITING_MS = 5_000
/** A link is good for five minutes. */
const LINK_MS = 4 * 60_000

/** Asks for a copy, tells how far it is, and hands it over. */
export function ExportCard() {
  const { data, error, refetch } = useRead(
    'showExport',
    {},
    {
      staleTime: 0,
      gcTime: 0,
      refetchInterval: ({ state }) => intervalFor(state.data),
    },
  )
  useEffect(() => onLive(({ type }) => void (type === 'export' && lookAgain())), [])
  const request = useWrite('requestExport', {
    onSuccess: (asked) => queryClient.setQueryData(readKey('showExport', {}), asked),
    onError: (failure) => toast(sentenceFor(failure)),
  })
  return (
    <SettingsSection title={t('A copy of what is yours')} note={t('One file, to keep or to take elsewhere.')}>
      {error && !data ? <ErrorCard error={error} retry={() => void refetch()} /> : null}
      <div className="grid min-h-24 content-start gap-4">
        {data && <ExportState made={data} isAsking={request.isPending} ask={() => request.mutate({})} />}
      </div>
    </SettingsSection>
  )
}

function intervalFor(made: Export | undefined): number | false {
  if (made?.state === 'waiting') return WAITING_MS
  return made?.state === 'ready' ? LINK_MS : false
}

const lookAgain = () => queryClient.invalidateQueries({ queryKey: readKey('showExport') })
