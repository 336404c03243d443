import { type Client, createClient } from '@mayfly/contract/client'
import { config } from './config.ts'
import { t } from './language/words.ts'
import { currentToken } from './session/renewal.ts'
import { toast } from './ui/toast-store.ts'

const UNDO_MILLISECONDS = 5_000

/** Something that is done after a while in which it can be undone. */
interface Deed {
  id: string
  /** Said at once: "Post deleted." */
  words: string
  /** Does it. The client's requests outlive the page that sends them. */
  run: (client: Client) => Promise<void>
  /** Nothing has happened, and nothing will. */
  undo: () => void
}

const waiting = new Map<string, { deed: Deed; timer: ReturnType<typeof setTimeout>; dismiss: () => void }>()

/** Does something after a while in which it can be undone, or at once when the page is left. */
export function doLater(deed: Deed): void {
  const { id, words } = deed
  const timer = setTimeout(() => run(id), UNDO_MILLISECONDS)
  const dismiss = toast(words, {
    action: { label: t('Undo'), run: () => undo(id) },
    lastsMs: UNDO_MILLISECONDS,
  })
  waiting.set(id, { deed, timer, dismiss })
}

/** Undoes it, if it has not been done. */
export function undo(id: string): void {
  take(id)?.undo()
}

const lastWords = () =>
  createClient({
    origin: config.apiOrigin,
    send: (request) => fetch(request, { keepalive: true }),
    token: currentToken,
  })

function run(id: string): void {
  void take(id)?.run(lastWords())
}

function take(id: string): Deed | undefined {
  const known = waiting.get(id)
  if (known === undefined) return undefined
  clearTimeout(known.timer)
  known.dismiss()
  waiting.delete(id)
  return known.deed
}

function runAllNow(): void {
  for (const id of [...waiting.keys()]) run(id)
}

if (typeof window !== 'undefined') {
  window.addEventListener('pagehide', runAllNow)
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) runAllNow()
  })
}
