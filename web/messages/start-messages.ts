const RETRY_MS = 60_000

/** Follows what happens in conversations, and sends what was not sent yet. No first view waits for it. Never throws. */
export function startMessages(): void {
  import('./follow-messages.ts')
    .then(({ followMessages }) => followMessages())
    .catch(() => setTimeout(startMessages, RETRY_MS))
}
