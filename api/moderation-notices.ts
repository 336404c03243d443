import { randomBytes } from 'node:crypto'
import type { Action } from '@mayfly/contract/moderation'
import { noticeForPerson, noticeForReporters, noticeOfUndoing } from '@mayfly/domain/moderation'
import { newsId } from '@mayfly/domain/notifications'
import type { Stores } from '@mayfly/storage/stores'
import { tellNotified } from './notifications.ts'

interface Asked {
  stores: Stores
  now: Date
}

/** Tells whom an action is about, and who reported. A second notice about the same case takes the place of the first. */
export async function tellOf(action: Action, keptUntil: Date, asked: Asked): Promise<void> {
  await Promise.all([
    tellPerson(action, noticeForPerson(action, keptUntil), asked),
    tellReporters(action, noticeForReporters(action), asked),
  ])
}

/** Tells that an action was taken back. */
export async function tellOfUndoing(action: Action, isBack: boolean, asked: Asked): Promise<void> {
  const isDecision = action.kind !== 'escalate'
  await Promise.all([
    tellPerson(action, noticeOfUndoing(action, isBack), asked),
    isDecision && tellReporters(action, noticeForReporters({ ...action, kind: 'undo' }), asked),
  ])
}

async function tellPerson({ person, caseId }: Action, words: string | undefined, asked: Asked) {
  if (person === null || words === undefined) return
  const { stores, now } = asked
  await stores.notifications.insert({ toId: person.id, aboutId: caseId, id: newId(now), words })
  tellNotified(stores, [person.id])
}

async function tellReporters({ caseId }: Action, words: string | undefined, { stores, now }: Asked) {
  if (words === undefined) return
  const reporterIds = await stores.notifications.insertForReporters({ caseId, id: newId(now), words })
  tellNotified(stores, reporterIds)
}

const newId = (now: Date) => newsId('moderation', now, randomBytes(8).readBigUInt64BE())
