import { exportKey } from '@mayfly/domain/exports'
import type { EndedExport, Stores } from '@mayfly/storage/stores'

/** Deletes the files of exports that are over, then what is known of those that were over a day ago. */
export async function removeEndedExports(stores: Stores, now: Date): Promise<void> {
  for (;;) {
    const ended = await stores.exports.listEnded(now)
    if (ended.length === 0) break
    await removeFiles(ended, stores)
    await stores.exports.noteRemoved(ended, now)
  }
  await stores.exports.removeOver(now)
}

/** A portion of one person's, whatever has become of them. @returns whether there are none left */
export async function removeExportsOf(personId: string, stores: Stores): Promise<boolean> {
  const all = await stores.exports.listAllOf(personId)
  if (all.length === 0) return true
  await removeFiles(all, stores)
  await stores.exports.remove(all)
  return false
}

/** A row goes after its file, so a crash in between leads to the same end. */
const removeFiles = (gone: readonly EndedExport[], { objects }: Stores) =>
  objects.removeProcessed(gone.map(({ id, personId }) => exportKey(personId, id)))
