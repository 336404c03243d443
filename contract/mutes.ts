import * as z from 'zod/mini'
import { AskedHandle } from './handles.ts'
import { limits } from './limits.ts'
import { pageInput, pageOf } from './pages.ts'
import { ListedPerson, Person } from './people.ts'
import type { Route } from './route.ts'
import { text } from './text.ts'

/** A word, or a few, that one does not want to read. The same in capitals. */
export const MutedWord = text({
  what: 'A muted word',
  graphemes: limits.mutedWordGraphemes,
  bytes: limits.mutedWordBytes,
}).check(z.toLowerCase())

const byHandle = z.strictObject({ handle: AskedHandle })
const byWord = z.strictObject({ word: MutedWord })
const MutedWords = z.object({ items: z.array(z.string()) })

export const muteRoutes = {
  mutePerson: {
    method: 'PUT',
    path: '/people/{handle}/mute',
    auth: 'required',
    input: byHandle,
    output: Person,
    by: 'backend',
    summary:
      'Mute a person: their posts are in none of your feeds, and they do not know. Muting twice is the same as once.',
  },
  unmutePerson: {
    method: 'DELETE',
    path: '/people/{handle}/mute',
    auth: 'required',
    input: byHandle,
    output: Person,
    by: 'backend',
    summary: 'Stop muting a person.',
  },
  listMuted: {
    method: 'GET',
    path: '/me/muted',
    auth: 'required',
    input: z.strictObject(pageInput),
    output: pageOf(ListedPerson),
    by: 'backend',
    summary: 'The people whom you have muted.',
  },
  listMutedWords: {
    method: 'GET',
    path: '/me/muted-words',
    auth: 'required',
    input: z.strictObject({}),
    output: MutedWords,
    by: 'backend',
    summary: `The words that you have muted, at most ${limits.mutedWords}, the newest first.`,
  },
  muteWord: {
    method: 'PUT',
    path: '/me/muted-words',
    auth: 'required',
    input: byWord,
    output: MutedWords,
    by: 'backend',
    summary: 'Mute a word. Muting twice is the same as once.',
  },
  unmuteWord: {
    method: 'DELETE',
    path: '/me/muted-words',
    auth: 'required',
    input: byWord,
    output: MutedWords,
    by: 'backend',
    summary: 'Stop muting a word.',
  },
} as const satisfies Record<string, Route>
