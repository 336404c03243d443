import { randomBytes, randomUUID } from 'node:crypto'
import type { Message } from '@mayfly/contract/messages'
import type { Action } from '@mayfly/contract/moderation'
import { Refusal } from '@mayfly/contract/refusal'
import { actionId, noticeForReporters, noticeOfUndoing } from '@mayfly/domain/moderation'
import { newsId } from '@mayfly/domain/notifications'
import { restoredCopiesFor } from '@mayfly/domain/pictures'
import type { StoredCase, Stores } from '@mayfly/storage/stores'
import { holdAgain } from './case-content.ts'
import { mayDecide } from './moderators.ts'
import { tellNotified } from './notifications.ts'
import type { Operation, Viewer } from './operation.ts'

export const undoAction: Operation<'undoAction'> = async ({ id }, asked) => {
  const { viewer, stores, now } = asked
  const action = await stores.cases.findAction(id)
  if (action === undefined) throw new Refusal('not-found', 'There is no such action.')
  if (action.kind === 'undo') throw new Refusal('invalid', 'What was taken back is decided anew in its case.')
  mayDecide(action.person?.id ?? null, viewer)
  const found = await stores.cases.find(action.caseId, now)
  // Its case is over; a suspension can outlive it.
  if (found === undefined && action.kind !== 'suspend')
    throw new Refusal('gone', 'This was too long ago: nothing of it is kept any more.')
  const undone = await takeBack(action, found, asked)
  if (undone === undefined) throw new Refusal('conflict', 'This was taken back already.')
  tellNotified(stores, undone.toldIds)
  return undone
}

interface Asked {
  viewer: Viewer
  stores: Stores
  now: Date
}

async function takeBack(action: Action, found: StoredCase | undefined, asked: Asked) {
  const { viewer, stores, now } = asked
  const undoing = (isBack: boolean) => ({
    id: newId(now),
    actionId: action.id,
    moderatorId: viewer.id,
    notices: noticesOfUndoing(action, isBack, now),
  })
  if (found && action.kind === 'dismiss') await holdAgain(found, asked)
  if (found === undefined || action.kind !== 'remove') return stores.undoings.insert(undoing(false), now)
  if (found.kind === 'message')
    return stores.undoings.insert(undoing(await putMessageBack(found, asked)), now)
  const tooLate = noticeOfUndoing(action, false) ?? ''
  return stores.undoings.insertForPost(undoing(true), restoringOf(found), tooLate, now)
}

type Told = Pick<Action, 'kind' | 'reason' | 'about'>

const noticesOfUndoing = (told: Told, isBack: boolean, now: Date) => ({
  id: newsId('moderation', now, random()),
  person: noticeOfUndoing(told, isBack),
  reporters: told.kind === 'escalate' ? undefined : noticeForReporters({ ...told, kind: 'undo' }),
})

/** What brings the photos of a removed post back, each under a new id. */
function restoringOf({ id: caseId, targetId, personId, folder, photos }: StoredCase) {
  const renewed = new Map(photos.map(({ id }) => [id, randomUUID()]))
  const copied = [...renewed].map(([id, newId]) => ({
    id: newId,
    copies: restoredCopiesFor(folder ?? '', targetId, id, newId),
  }))
  return {
    copies: { kind: 'photo' as const, folder: targetId, ownerId: personId ?? caseId, photos: copied },
    renewed: Object.fromEntries(renewed),
  }
}

/** @returns whether it is there again */
async function putMessageBack({ conversationId, content }: StoredCase, { stores, now }: Asked) {
  if (conversationId === null || content === null) return false
  return stores.messages.restore(conversationId, content as unknown as Message, now)
}

const newId = (now: Date) => actionId(now, random())

const random = () => randomBytes(8).readBigUInt64BE()
