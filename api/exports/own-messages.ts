import type { Author } from '@mayfly/contract/people'
import { exportHorizon } from '@mayfly/domain/exports'
import type { StoredConversation } from '@mayfly/storage/stores'
import { allOf, type Source } from './source.ts'

/** The live messages that a person wrote, with whom they wrote them to. */
export async function* ownMessages(source: Source): AsyncGenerator<object> {
  const { stores, personId, now } = source
  const conversations = allOf(source, async (_, id, page, at) => {
    const { entries, next } = await stores.conversations.listInbox(id, page, at)
    return { items: entries, next }
  })
  for await (const { conversationId } of conversations) {
    const at = exportHorizon(now())
    const conversation = await stores.conversations.findFor(conversationId, personId, at)
    if (conversation === undefined) continue
    const to = await othersIn(source, conversation)
    for await (const { senderId, body, lifetime, createdAt, expiresAt } of messagesIn(source, conversation))
      if (senderId === personId) yield { conversationId, to, body, lifetime, createdAt, expiresAt }
  }
}

const messagesIn = (source: Source, { id, members }: StoredConversation) => {
  const sinceId = members.find((member) => member.id === source.personId)?.sinceId
  const scope = { conversationId: id, sinceId, hiddenIds: [] }
  return allOf(source, ({ messages }, _, page, at) => messages.list(scope, page, at))
}

async function othersIn({ stores, personId }: Source, { members }: StoredConversation): Promise<string[]> {
  const ids = members.map(({ id }) => id).filter((id) => id !== personId)
  const seen: Author[] = await stores.people.listVisible(ids, personId)
  return seen.map(({ handle }) => handle)
}
