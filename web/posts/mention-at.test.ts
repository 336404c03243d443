import { linkify } from '@mayfly/domain/linkify'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mentionAt, withMention } from './mention-at.ts'

/** The caret stands at the bar. */
const at = (text: string) => mentionAt(text.replace('|', ''), text.indexOf('|'))

test('a mention begins with an @ that stands by itself, and ends where the caret is', () => {
  expect(at('hello @a|')).toEqual({ start: 6, typed: 'a' })
  expect(at('(@Ada_9|) and more')).toEqual({ start: 1, typed: 'Ada_9' })
  for (const text of ['@|', 'me@home|', '@ada|m', '@ada |', 'https://x.example/@ada|', `@${'a'.repeat(21)}|`])
    expect(at(text)).toBeUndefined()
})

test('whoever is chosen stands in the text as somebody who is mentioned, and writing goes on after it', () => {
  expect(withMention('hi @a!', { start: 3, typed: 'a' }, 'ada')).toEqual({ text: 'hi @ada !', caret: 8 })
  expect(withMention('hi @a you', { start: 3, typed: 'a' }, 'ada')).toEqual({ text: 'hi @ada you', caret: 8 })
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      const text = `${before} @ad${after}`
      const mention = mentionAt(text, before.length + 4)
      fc.pre(mention !== undefined)
      const chosen = withMention(text, mention, 'ada_l')
      expect(
        linkify(chosen.text.slice(0, chosen.caret)).some(
          (one) => one.kind === 'person' && one.handle === 'ada_l',
        ),
      ).toBe(true)
    }),
  )
})
