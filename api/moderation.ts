import { randomBytes } from 'node:crypto'
import { isHandleShaped } from '@mayfly/contract/handles'
import type { Action } from '@mayfly/contract/moderation'
import { Refusal } from '@mayfly/contract/refusal'
import {
  actionId,
  heldAfter,
  noticeForPerson,
  noticeForReporters,
  suspensionEnd,
} from '@mayfly/domain/moderation'
import { newsId } from '@mayfly/domain/notifications'
import type { StoredCase, Stores } from '@mayfly/storage/stores'
import { holdAgain, photosOf, withLiveContent } from './case-content.ts'
import { mayDecide } from './moderators.ts'
import { tellNotified } from './notifications.ts'
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
    notices: noticesOf({ kind, reason, about: found.kind }, found, now),
  }
  const action = await stores.decisions.insert(decision, now)
  if (action === undefined)
    throw new Refusal('conflict', 'This was decided meanwhile. Please look at the case again.')
  if (kind === 'suspend' && found.personId !== null) await endOtherSessions(found.personId, undefined, asked)
  tellNotified(stores, action.toldIds)
  return action
}

interface Asked {
  viewer: Viewer
  stores: Stores
  now: Date
}

type Told = Pick<Action, 'kind' | 'reason' | 'about'>

const noticesOf = (told: Told, { expiresAt }: StoredCase, now: Date) => ({
  id: newsId('moderation', now, random()),
  person: noticeForPerson(told, new Date(expiresAt)),
  reporters: noticeForReporters(told),
})

/** What is to be removed is held first, and a message is not in Postgres. */
async function beforeRemoval(found: StoredCase, asked: Asked): Promise<void> {
  const { stores } = asked
  if (found.kind === 'person')
    throw new Refusal('invalid', 'A person cannot be removed. They can be warned or suspended.')
  await holdAgain(found, asked)
  if (found.kind === 'message')
    await stores.messages.remove(found.conversationId ?? '', found.targetId, found.personId ?? '')
}

/** @throws Refusal `not-found` */
async function caseBy(id: string, { stores, now }: Asked): Promise<StoredCase> {
  const found = await stores.cases.find(id, now)
  if (found === undefined) throw new Refusal('not-found', 'There is no such case, or not any more.')
  return found
}

const newId = (now: Date) => actionId(now, random())

const random = () => randomBytes(8).readBigUInt64BE()
