import { limits } from '@mayfly/contract/limits'
import { comparable } from './words.ts'

/** A stretch of a text, and where it leads if it leads anywhere. */
export type Stretch =
  | { kind: 'text' | 'tag'; text: string }
  | { kind: 'person'; text: string; handle: string }
  | { kind: 'link'; text: string; href: string }

const WORD = '\\p{L}\\p{M}\\p{N}_'
const HANDLE = `[a-z0-9_]{${limits.handleShortest},${limits.handleLongest}}`

// Controls and invisible format characters end a link: they can make it read as another one.
const link = `(?<![${WORD}])https://[^\\s<>"\\p{Cc}\\p{Cf}]+`
const person = `(?<![${WORD}@/.])@${HANDLE}(?![${WORD}@])`
const tag = `(?<![${WORD}#&/])#(?=[\\p{N}_]*\\p{L})[${WORD}]+`
const notable = new RegExp(`${link}|${person}|${tag}`, 'giu')

/** Cuts a text into plain stretches, people, tags and https links. Joined again they are the text. */
export function linkify(text: string): Stretch[] {
  const stretches: Stretch[] = []
  let end = 0
  for (const match of text.matchAll(notable)) {
    const found = stretchOf(match[0])
    if (found === undefined) continue
    if (match.index > end) stretches.push({ kind: 'text', text: text.slice(end, match.index) })
    stretches.push(found)
    end = match.index + found.text.length
  }
  if (end < text.length) stretches.push({ kind: 'text', text: text.slice(end) })
  return stretches
}

function stretchOf(found: string): Stretch | undefined {
  if (found.startsWith('@')) return { kind: 'person', text: found, handle: found.slice(1).toLowerCase() }
  if (found.startsWith('#')) return { kind: 'tag', text: found }
  const text = withoutTrailingPunctuation(found)
  const href = safeAddress(text)
  return href === undefined ? undefined : { kind: 'link', text, href }
}

/** An address that leads where it reads: https alone, and no name before an @ that looks like the host. */
function safeAddress(text: string): string | undefined {
  const url = URL.parse(text)
  if (url?.protocol !== 'https:' || url.username || url.password) return undefined
  return url.href
}

/** The full stop after a link belongs to the sentence, and a bracket too that the link does not open itself. */
function withoutTrailingPunctuation(found: string): string {
  const trimmed = found.replace(/[.,;:!?'’”»…]+$/u, '')
  const closer = /[)\]}]$/.exec(trimmed)?.[0]
  const isUnopened = closer !== undefined && count(trimmed, closer) > count(trimmed, openerOf[closer])
  if (isUnopened) return withoutTrailingPunctuation(trimmed.slice(0, -1))
  return trimmed
}

const openerOf: Record<string, string> = { ')': '(', ']': '[', '}': '{' }

const count = (text: string, character: string | undefined) => text.split(character ?? '').length - 1

/** The handles that a text mentions, each once, in their order. */
export function handlesIn(text: string): string[] {
  const stretches = linkify(text)
  const handles = stretches.flatMap((stretch) => (stretch.kind === 'person' ? [stretch.handle] : []))
  return [...new Set(handles)].slice(0, limits.mentionsInPost)
}

/** The tags of a text as they are compared, without their sign: each once, in their order. */
export function tagsIn(text: string): string[] {
  const stretches = linkify(text)
  const tags = stretches.flatMap((stretch) => (stretch.kind === 'tag' ? [comparable(stretch.text)] : []))
  return [...new Set(tags)].slice(0, limits.tagsInPost)
}
