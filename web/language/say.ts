import { allWords, type Text, t } from './words.ts'

/**
 * A sentence of the server's, in this page's language. The server speaks English; the page knows its sentences,
 * also those with a number or a name in them. One that it doesn't know stays as it is.
 */
export function say(sentence: string): string {
  if (Object.hasOwn(allWords(), sentence)) return t(sentence as Text)
  for (const [text, pattern] of patterns()) {
    const found = pattern.exec(sentence)
    if (found) return t(text, found.groups)
  }
  return sentence
}

let made: [Text, RegExp][] | undefined

/** Sentences with places for values, as patterns that find those values. */
function patterns(): [Text, RegExp][] {
  made ??= Object.keys(allWords())
    .filter((text) => /\{\w+\}.*\.$/.test(text) && !/[<|]|\{\w+,/.test(text))
    .map((text) => [text as Text, patternOf(text)])
  return made
}

function patternOf(text: string): RegExp {
  const source = text.replaceAll(/[.*+?^$()[\]\\]/g, '\\$&').replaceAll(/\{(\w+)\}/g, '(?<$1>.+)')
  return new RegExp(`^${source}$`, 'u')
}
