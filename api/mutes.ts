import { limits } from '@mayfly/contract/limits'
import { Refusal } from '@mayfly/contract/refusal'
import { parseMuted } from '@mayfly/domain/search'
import type { Stores } from '@mayfly/storage/stores'
import type { Operation, Viewer } from './operation.ts'
import { idBy, personBy } from './people.ts'

export const mutePerson: Operation<'mutePerson'> = async ({ handle }, context) => {
  const { viewer, stores, now } = context
  const id = await idBy(handle, context)
  if (id === viewer.id) throw new Refusal('invalid', 'You cannot mute yourself.')
  await stores.mutes.insert(viewer.id, id, now)
  return personBy(handle, context)
}

export const unmutePerson: Operation<'unmutePerson'> = async ({ handle }, context) => {
  await context.stores.mutes.remove(context.viewer.id, await idBy(handle, context))
  return personBy(handle, context)
}

export const listMuted: Operation<'listMuted'> = (page, { viewer, stores }) =>
  stores.mutes.list(viewer.id, page)

export const listMutedWords: Operation<'listMutedWords'> = (_, context) => wordsOf(context)

export const muteWord: Operation<'muteWord'> = async ({ word }, context) => {
  const { stores, viewer } = context
  const isMuted = await stores.mutes.insertWord(viewer.id, word, parseMuted(word), limits.mutedWords)
  if (!isMuted) throw tooManyWords()
  return wordsOf(context)
}

export const unmuteWord: Operation<'unmuteWord'> = async ({ word }, context) => {
  await context.stores.mutes.removeWord(context.viewer.id, word)
  return wordsOf(context)
}

const wordsOf = async ({ viewer, stores }: { viewer: Viewer; stores: Stores }) => ({
  items: (await stores.mutes.listWords(viewer.id)).toReversed(),
})

function tooManyWords(): Refusal {
  const sentence = `You can mute ${limits.mutedWords} words. Please take one from the list first.`
  return new Refusal('too-many', sentence, { word: sentence })
}
