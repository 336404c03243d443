const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

/** A text in the form in which words and tags are compared: one width, small letters, without accents and #. */
export function comparable(text: string): string {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '')
  return plain.normalize('NFKC').toLowerCase().replace(/^#/, '')
}

/** The words of a text in their order, as search compares them; also of scripts that put no spaces between words. */
export function wordsOf(text: string): string[] {
  const words: string[] = []
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    if (isWordLike) words.push(comparable(segment))
  }
  return words.filter((word) => word !== '')
}
