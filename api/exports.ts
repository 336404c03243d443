import { randomUUID } from 'node:crypto'
import type { Export } from '@mayfly/contract/exports'
import { Refusal } from '@mayfly/contract/refusal'
import { exportKey, nextExportAt } from '@mayfly/domain/exports'
import type { Stores } from '@mayfly/storage/stores'
import type { Operation, Viewer } from './operation.ts'

/** A link is for now: the page has a new one at each read. */
const LINK_SECONDS = 5 * 60

export const requestExport: Operation<'requestExport'> = async (_, asked) => {
  const { viewer, stores, now } = asked
  const email = await stores.identity.findEmail(viewer.accessToken)
  const isAsked = await stores.exports.ask(randomUUID(), viewer.id, email, now)
  const latest = await exportOf(asked)
  if (!isAsked) throw tooSoon(latest, now)
  return latest
}

export const showExport: Operation<'showExport'> = (_, asked) => exportOf(asked)

interface Asked {
  viewer: Viewer
  stores: Stores
  now: Date
}

async function exportOf({ viewer, stores, now }: Asked): Promise<Export> {
  const found = await stores.exports.find(viewer.id, now)
  if (found === undefined) return nothing
  const { id, state, askedAt, endsAt, bytes } = found
  const nextAt = state === 'failed' ? null : nextExportAt(new Date(askedAt)).toISOString()
  const isThere = state === 'ready' && endsAt !== null
  const url = isThere
    ? await stores.objects.presignExport(exportKey(viewer.id, id), secondsUntil(endsAt, now))
    : null
  return {
    state,
    askedAt,
    endsAt,
    bytes,
    url,
    nextAt: nextAt && Date.parse(nextAt) > now.getTime() ? nextAt : null,
  }
}

const nothing: Export = { state: 'none', askedAt: null, endsAt: null, bytes: null, url: null, nextAt: null }

const secondsUntil = (end: string, now: Date) =>
  Math.max(1, Math.min(LINK_SECONDS, Math.floor((Date.parse(end) - now.getTime()) / 1000)))

function tooSoon({ nextAt }: Export, now: Date): Refusal {
  const seconds = nextAt === null ? undefined : Math.ceil((Date.parse(nextAt) - now.getTime()) / 1000)
  return new Refusal(
    'too-many',
    'There is one export a day. Please wait until tomorrow for the next one.',
    {},
    seconds,
  )
}
