import { Handle, isHandleShaped } from '@mayfly/contract/handles'
import { limits } from '@mayfly/contract/limits'
import { Refusal } from '@mayfly/contract/refusal'
import { formerHandleEnd } from '@mayfly/domain/handles'
import type { Stores } from '@mayfly/storage/stores'
import type { Operation, Viewer } from './operation.ts'

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000
const TAKEN = 'Somebody has this handle already.'

export const showPerson: Operation<'showPerson'> = ({ handle }, context) => personBy(handle, context)

export const editMe: Operation<'editMe'> = async (said, context) => {
  await context.stores.people.describe(context.viewer.id, said)
  return myself(context)
}

export const changeHandle: Operation<'changeHandle'> = async ({ handle }, context) => {
  const { viewer, stores, now } = context
  const since = new Date(now.getTime() - DAY_MILLISECONDS)
  const change = { id: viewer.id, handle, until: formerHandleEnd(now), since, most: limits.handleChangesADay }
  const outcome = await stores.handles.change(change, now)
  if (outcome === 'taken') throw taken()
  if (outcome === 'too-many') throw tooManyChanges()
  return myself(context)
}

export const searchPeople: Operation<'searchPeople'> = async ({ query }, { viewer, stores }) => ({
  items: await stores.people.search(query, viewer?.id),
})

export const checkHandle: Operation<'checkHandle'> = async ({ handle }, { viewer, stores, now }) => {
  const parsed = Handle.safeParse(handle)
  if (!parsed.success)
    return {
      handle,
      isAvailable: false,
      reason: parsed.error.issues[0]?.message ?? 'This cannot be a handle.',
    }
  const isAvailable = await stores.handles.isFree(parsed.data, viewer?.id, now)
  return { handle: parsed.data, isAvailable, reason: isAvailable ? null : TAKEN }
}

interface Asked {
  viewer: Viewer | undefined
  stores: Stores
  now: Date
}

/** @throws Refusal `not-found` */
export async function personBy(handle: string, { viewer, stores, now }: Asked) {
  const person = isHandleShaped(handle) && (await stores.people.findByHandle(handle, viewer?.id, now))
  return person || nobody()
}

/** The same for the id alone. */
export async function idBy(handle: string, { viewer, stores, now }: Asked): Promise<string> {
  const id = isHandleShaped(handle) && (await stores.people.findIdByHandle(handle, viewer?.id, now))
  return id || nobody()
}

function nobody(): never {
  throw new Refusal('not-found', 'There is nobody here by this name.')
}

async function myself({ viewer, stores, now }: Asked & { viewer: Viewer }) {
  const me = await stores.people.findById(viewer.id, now)
  if (me === undefined) throw new Refusal('forbidden', 'You cannot change anything now.')
  return me
}

/** Also thrown for somebody who signs up. */
export function taken(): Refusal {
  const sentence = `${TAKEN} Please choose another one.`
  return new Refusal('conflict', sentence, { handle: sentence })
}

function tooManyChanges(): Refusal {
  const sentence = `A handle can be changed ${limits.handleChangesADay} times a day. Please try again tomorrow.`
  return new Refusal('too-many', sentence, { handle: sentence })
}
