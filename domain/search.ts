import { isHandleShaped } from '@mayfly/contract/handles'
import { tagsIn } from './linkify.ts'
import { wordsOf } from './words.ts'

/** What a search asks for, in the form in which words are compared. All of it must be there. */
export interface Search {
  phrases: Phrase[]
  tags: string[]
  /** Handles of authors. */
  authors: string[]
}

/** Words that stand beside each other. */
interface Phrase {
  words: string[]
  /** Whether the last word may go on: it may be half typed. */
  isOpen: boolean
}

const part = /["“”„](?<quoted>[^"“”„]*)["“”„]?|(?<plain>[^\s"“”„]+)/gu
const author = /^from:@?(?<handle>\w+)$/i

/** Reads a search as people type it: words, "words that belong together", #tags and from:somebody. */
export function parseSearch(text: string): Search {
  const search: Search = { phrases: [], tags: [], authors: [] }
  for (const { 0: whole, index, groups } of text.matchAll(part)) {
    const { quoted, plain } = groups as { quoted?: string; plain?: string }
    const isLast = index + whole.length === text.length
    if (plain === undefined) addPhrase(search, quoted ?? '', false)
    else addPlain(search, plain, isLast)
  }
  return search
}

/** The same words without the signs of a search: what a person or a tag may be called. */
export const plainWords = (text: string) =>
  text
    .replaceAll(/(^|\s)from:@?/gi, '$1')
    .replaceAll(/["“”„#@]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** Whether there is nothing to look for. */
export const asksForNothing = ({ phrases, tags, authors }: Search) =>
  phrases.length === 0 && tags.length === 0 && authors.length === 0

function addPlain(search: Search, text: string, isLast: boolean): void {
  const handle = author.exec(text)?.groups?.handle?.toLowerCase() ?? ''
  const tags = text.startsWith('#') ? tagsIn(text) : []
  if (isHandleShaped(handle)) search.authors.push(handle)
  else if (tags.length > 0) search.tags.push(...tags)
  else addPhrase(search, text, isLast)
}

/** What is written without a space between is one phrase: so are many languages, addresses and names. */
function addPhrase(search: Search, text: string, mayGoOn: boolean): void {
  const words = wordsOf(text)
  const last = words.at(-1)
  if (last !== undefined) search.phrases.push({ words, isOpen: mayGoOn && canGoOn(last) })
}

/** One letter begins too many words. One sign of a script without capitals may be a word already. */
const canGoOn = (word: string) => [...word].length > 1 || !/[\p{Ll}\p{N}_]/u.test(word)

/** What a muted word stands for: a tag where it says so, else its words beside each other. */
export function parseMuted(text: string): Pick<Search, 'phrases' | 'tags'> {
  const tags = text.startsWith('#') ? tagsIn(text) : []
  const words = tags.length > 0 ? [] : wordsOf(text)
  return { tags, phrases: words.length > 0 ? [{ words, isOpen: false }] : [] }
}
