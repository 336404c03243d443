import type { Case, CaseFile, DecisionKind } from '@mayfly/contract/moderation'
import type { ReportReason } from '@mayfly/contract/reports'
import { useState } from 'react'
import { ErrorCard } from '../ui/ErrorCard.tsx'
import { PagePending } from '../ui/PagePending.tsx'
import { useRead } from '../use-api.ts'
import { ActionPanel, decisionsFor } from './ActionPanel.tsx'
import { CaseView } from './CaseView.tsx'
import { addressOf } from './case-address.ts'
import { SuspendDialog } from './SuspendDialog.tsx'
import { useDeciding, useGoToCase } from './use-deciding.ts'
import { useModKeys } from './use-mod-keys.ts'

/** Photos come at addresses that are good for five minutes. */
const STILL_GOOD_MS = 4 * 60_000

interface Props {
  id: string
  /** The queue as far as it is read. */
  cases: readonly Case[]
}

/** The case that is open, and what can be decided about it, by press and by key. */
export function OpenCase({ id, cases }: Props) {
  const {
    data: file,
    error,
    refetch,
  } = useRead(
    'showCase',
    { id },
    { staleTime: STILL_GOOD_MS, refetchInterval: STILL_GOOD_MS, gcTime: STILL_GOOD_MS },
  )
  if (file) return <KnownCase key={id} file={file} cases={cases} />
  return error ? <ErrorCard error={error} retry={() => void refetch()} /> : <PagePending />
}

function KnownCase({ file, cases }: { file: CaseFile; cases: readonly Case[] }) {
  const [chosen, setChosen] = useState<ReportReason>()
  const [isSuspending, setIsSuspending] = useState(false)
  const goTo = useGoToCase()
  const { decide, takeLastBack } = useDeciding()
  const reason = chosen ?? file.reasons[0] ?? 'other'
  const place = cases.findIndex(({ id }) => id === file.id)
  const next = cases[place + 1]?.id ?? cases[place - 1]?.id
  const possible = decisionsFor(file)

  const wish = (kind: DecisionKind) => {
    if (!possible.includes(kind)) return
    if (kind === 'suspend') setIsSuspending(true)
    else decide(file, next, { kind, reason })
  }
  const step = (distance: number) => {
    const target = cases[place + distance]
    if (target) goTo(target.id)
  }
  const open = () => {
    const address = addressOf(file)
    if (address) window.open(address, '_blank', 'noopener')
  }
  useModKeys({
    j: () => step(1),
    k: () => step(-1),
    a: () => wish('dismiss'),
    r: () => wish('remove'),
    w: () => wish('warn'),
    s: () => wish('suspend'),
    e: () => wish('escalate'),
    u: takeLastBack,
    o: open,
  })
  return (
    <>
      <CaseView file={file} />
      <ActionPanel item={file} reason={reason} choose={setChosen} decide={wish} />
      {isSuspending && file.person && (
        <SuspendDialog
          handle={file.person.handle}
          suspend={(days) => decide(file, next, { kind: 'suspend', reason, days })}
          close={() => setIsSuspending(false)}
        />
      )}
    </>
  )
}
