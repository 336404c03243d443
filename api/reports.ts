import { randomBytes, randomUUID } from 'node:crypto'
import type { Message } from '@mayfly/contract/messages'
import type { Post } from '@mayfly/contract/posts'
import { Refusal } from '@mayfly/contract/refusal'
import type { ReportReason } from '@mayfly/contract/reports'
import { caseEnd, caseId, urgencyOf } from '@mayfly/domain/moderation'
import { heldCopiesFor } from '@mayfly/domain/pictures'
import type { Stores, Target } from '@mayfly/storage/stores'
import { conversationOf, scopeOf } from './conversations.ts'
import type { Operation, Viewer } from './operation.ts'
import { personBy } from './people.ts'
import { livePost } from './posts.ts'

export const reportPost: Operation<'reportPost'> = async ({ id, ...form }, asked) => {
  const post = await livePost(id, asked)
  return report(
    form,
    { kind: 'post', id, conversationId: null, personId: post.author.id, ...holdingOf(post) },
    asked,
  )
}

export const reportPerson: Operation<'reportPerson'> = async ({ handle, ...form }, asked) => {
  const { id } = await personBy(handle, asked)
  return report(
    form,
    { kind: 'person', id, conversationId: null, personId: id, ...nothingHeld(id, {}) },
    asked,
  )
}

export const reportMessage: Operation<'reportMessage'> = async ({ id, messageId, ...form }, asked) => {
  const { viewer, stores, now } = asked
  const scope = scopeOf(await conversationOf(id, asked), viewer)
  const message = await stores.messages.find(id, messageId, now)
  const isSeen = message && !scope.hiddenIds.includes(message.senderId) && (scope.sinceId ?? '') < message.id
  if (!isSeen) throw new Refusal('not-found', 'This message is gone, or never was.')
  const personId = message.senderId
  return report(
    form,
    { kind: 'message', id: messageId, conversationId: id, personId, ...holdingOfMessage(message) },
    asked,
  )
}

export const listReports: Operation<'listReports'> = (page, { viewer, stores, now }) =>
  stores.reports.list(viewer.id, page, now)

interface Asked {
  viewer: Viewer
  stores: Stores
  now: Date
}

async function report(form: { reason: ReportReason; words: string }, target: Target, asked: Asked) {
  const { viewer, stores, now } = asked
  if (target.personId === viewer.id)
    throw new Refusal('invalid', 'This is yours. You can change or delete it yourself.')
  const made = await stores.reports.insert(
    {
      ...form,
      id: newId(now),
      caseId: newId(now),
      caseEndsAt: caseEnd(now),
      reporterId: viewer.id,
      urgency: urgencyOf(form.reason),
    },
    target,
    now,
  )
  if (made === undefined) throw new Refusal('conflict', 'This could not be reported now. Please try again.')
  return made
}

const newId = (now: Date) => caseId(now, randomBytes(8).readBigUInt64BE())

/** What moderators hold of a post, in a folder of its own. */
export function holdingOf(post: Post): Pick<Target, 'held' | 'copies'> {
  const { id, author, body, contentWarning, createdAt, expiresAt, photos } = post
  const content = { id, body, contentWarning, createdAt, expiresAt }
  if (photos.length === 0) return nothingHeld(author.id, { content })
  const folder = randomUUID()
  return {
    held: { content, photos, folder },
    copies: {
      kind: 'held',
      folder,
      ownerId: author.id,
      photos: photos.map((photo) => ({ id: photo.id, copies: heldCopiesFor(folder, id, photo.id) })),
    },
  }
}

/** What moderators hold of a message: it alone, whole, so that it can be put back. */
export const holdingOfMessage = (message: Message): Pick<Target, 'held' | 'copies'> =>
  nothingHeld(message.senderId, { content: { ...message, contentWarning: null } })

/** No photos. */
function nothingHeld(ownerId: string, held: Target['held']): Pick<Target, 'held' | 'copies'> {
  return { held, copies: { kind: 'held', folder: randomUUID(), ownerId, photos: [] } }
}
