const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

/** A few signs become eighteen when they are compared, and no index takes words without end. */
const LONGEST = 64

/** Accents, the vowel points of Hebrew and Arabic, and the mark that asks for an emoji. Others make other letters. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]|\ufe0f/g

/** A text in the form in which words and tags are compared: one width, small letters, without accents and #. */
export function comparable(text: string): string {
  const plain = text.normalize('NFKD').replaceAll(ACCENTS, '').replaceAll('’', "'")
  const folded = plain.normalize('NFKC').toLowerCase().replace(/^#/, '')
  return folded.length <= LONGEST ? folded : [...folded].slice(0, LONGEST).join('')
}

/** People look for emoji, and mute them. */
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u

/** The words of a text in their order, as search compares them; also of scripts that put no spaces between words. */
export function wordsOf(text: string): string[] {
  const words: string[] = []
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    if (isWordLike) words.push(...partsOf(segment).map(comparable))
    else if (EMOJI.test(segment)) words.push(comparable(segment))
  }
  return words.filter((word) => word !== '')
}

/** The segmenter keeps `example.com` and `a_b` in one, where a reader would look for a part of it. */
const partsOf = (segment: string) => segment.split(/[^\p{L}\p{M}\p{N}'’]+/u)
