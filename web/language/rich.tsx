import { Fragment, type ReactNode } from 'react'
import { locale } from './language.ts'
import { formatMessage, type Values } from './message-format.ts'
import { partsOf, type Text, wordsFor } from './words.ts'

/** A text with elements in it: `rich('Read <link>the terms</link>.', { link: (words) => <a href="/terms">{words}</a> })`. */
export function rich(text: Text, values: Values<ReactNode>): ReactNode {
  const pieces = formatMessage(partsOf(wordsFor(text)), values, locale)
  // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never change places.
  return pieces.map((piece, place) => <Fragment key={place}>{piece}</Fragment>)
}
