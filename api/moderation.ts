import { randomBytes, randomUUID } from 'node:crypto'
import { isHandleShaped } from '@mayfly/contract/handles'
import type { Message } from '@mayfly/contract/messages'
import type { Action } from '@mayfly/contract/moderation'
import { Refusal } from '@mayfly/contract/refusal'
import { actionId, heldAfter, suspensionEnd } from '@mayfly/domain/moderation'
import { restoredCopiesFor } from '@mayfly/domain/pictures'
import type { StoredCase, Stores } from '@mayfly/storage/stores'
import { holdAgain, photosOf, withLiveContent } from './case-content.ts'
import { tellOf, tellOfUndoing } from './moderation-notices.ts'
import { endOtherSessions } from './open-session.ts'
import type { Operation, Viewer } from './operation.ts'

export const listCases: Operation<'listCases'> = (page, { stores, now }) => stores.cases.list(page, now)

export const listActions: Operation<'listActions'> = (page, { stores }) => stores.cases.listActions(page)

export const showCase: Operation<'showCase'> = async ({ id }, asked) => {
  const { stores, now } = asked
  const found = await withLiveContent(await caseBy(id, asked), asked)
  const [photos, reports, actions, suspension] = await Promise.all([
    photosOf(found, stores),
    stores.cases.listReports(id, now),
    stores.cases.listActionsOf(id, found.personId),
    found.personId === null ? undefined : stores.suspensions.find(found.personId, now),
  ])
  return { ...found, photos, reports, actions, suspension: suspension ?? null }
}

export const showModeratedPerson: Operation<'showModeratedPerson'> = async ({ handle }, { stores, now }) => {
  const person = isHandleShaped(handle) ? await stores.people.findAnybody(handle, now) : undefined
  if (person === undefined) throw new Refusal('not-found', 'There is nobody here by this name.')
  const [suspension, cases, actions] = await Promise.all([
    stores.suspensions.find(person.id, now),
    stores.cases.listOpenAbout(person.id, now),
    stores.cases.listActionsAbout(person.id),
  ])
  return { person, suspension: suspension ?? null, cases, actions }
}

export const decideCase: Operation<'decideCase'> = async ({ id, kind, reason, days }, asked) => {
  const { viewer, stores, now } = asked
  const found = await caseBy(id, asked)
  mayDecide(found.personId, viewer)
  if (found.personId === null && (kind === 'warn' || kind === 'suspend'))
    throw new Refusal('conflict', 'They have left: there is nobody to be told or kept out.')
  if (kind === 'remove') await beforeRemoval(found, asked)
  const decision = {
    id: newId(now),
    caseId: id,
    kind,
    reason,
    days: kind === 'suspend' ? days : null,
    moderatorId: viewer.id,
    heldUntil: heldAfter(kind, now),
    suspendedUntil: kind === 'suspend' ? suspensionEnd(days, now) : null,
  }
  const action = await stores.decisions.insert(decision, now)
  if (action === undefined)
    throw new Refusal('conflict', 'This was decided meanwhile. Please look at the case again.')
  if (kind === 'suspend' && found.personId !== null) await endOtherSessions(found.personId, undefined, asked)
  await tellOf(action, new Date(found.expiresAt), asked)
  return action
}

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
  const { undone, isBack } = await takeBack(action, found, asked)
  if (undone === undefined) throw new Refusal('conflict', 'This was taken back already.')
  await tellOfUndoing(action, isBack, asked)
  return undone
}

interface Asked {
  viewer: Viewer
  stores: Stores
  now: Date
}

async function takeBack(action: Action, found: StoredCase | undefined, asked: Asked) {
  const { viewer, stores, now } = asked
  const undoing = { id: newId(now), actionId: action.id, moderatorId: viewer.id }
  if (found && action.kind === 'dismiss') await holdAgain(found, asked)
  if (found?.kind === 'post' && action.kind === 'remove') {
    const { copies, renewed } = restoringOf(found)
    const undone = await stores.decisions.undoRemoval(undoing, copies, renewed, now)
    return { undone, isBack: undone?.isBack ?? false }
  }
  const isBack = found?.kind === 'message' && action.kind === 'remove' && (await putMessageBack(found, asked))
  return { undone: await stores.decisions.undo(undoing, now), isBack }
}

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

/** What is to be removed is held first, and a message is not in Postgres. */
async function beforeRemoval(found: StoredCase, asked: Asked): Promise<void> {
  const { stores } = asked
  if (found.kind === 'person')
    throw new Refusal('invalid', 'A person cannot be removed. They can be warned or suspended.')
  await holdAgain(found, asked)
  if (found.kind === 'message')
    await stores.messages.remove(found.conversationId ?? '', found.targetId, found.personId ?? '')
}

/** @returns whether it is there again */
async function putMessageBack({ conversationId, content }: StoredCase, { stores, now }: Asked) {
  if (conversationId === null || content === null) return false
  return stores.messages.restore(conversationId, content as unknown as Message, now)
}

/** @throws Refusal `not-found` */
async function caseBy(id: string, { stores, now }: Asked): Promise<StoredCase> {
  const found = await stores.cases.find(id, now)
  if (found === undefined) throw new Refusal('not-found', 'There is no such case, or not any more.')
  return found
}

function mayDecide(personId: string | null, viewer: Viewer): void {
  if (personId === viewer.id)
    throw new Refusal('forbidden', 'This is about you. Another moderator has to decide it.')
}

const newId = (now: Date) => actionId(now, randomBytes(8).readBigUInt64BE())
