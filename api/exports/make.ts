import { exportEnd, exportKey } from '@mayfly/domain/exports'
import type { Stores, TakenExport } from '@mayfly/storage/stores'
import { entriesOf } from './entries.ts'
import type { Source } from './source.ts'
import { zipped } from './zip.ts'

interface Surroundings {
  stores: Stores
  now: () => Date
}

/** Makes an export's file and tells its owner, unless somebody else has taken it over since. */
export async function makeExport(
  job: TakenExport,
  { stores, now }: Surroundings,
  signal: AbortSignal,
): Promise<void> {
  const { id, personId, email } = job
  const source: Source = { stores, personId, email, now, firstEnd: undefined }
  const archive = zipped(entriesOf(source), now())
  const bytes = await stores.objects.writeExport(exportKey(personId, id), archive, signal)
  const readyAt = now()
  const endsAt = exportEnd(readyAt, source.firstEnd)
  const isDone = await stores.exports.finish(job, { readyAt, endsAt, bytes })
  if (isDone) await stores.live.tell([personId], { type: 'export' })
}
