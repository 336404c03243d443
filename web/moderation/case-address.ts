import type { CaseFile } from '@mayfly/contract/moderation'

/** Where others see what a case is about; undefined for messages, and when nobody sees it any more. */
export function addressOf({ kind, person, content, suspension }: CaseFile): string | undefined {
  if (person === null || suspension !== null || kind === 'message') return undefined
  if (kind === 'person') return `/@${person.handle}`
  return content?.isLive ? `/@${person.handle}/${content.id}` : undefined
}
