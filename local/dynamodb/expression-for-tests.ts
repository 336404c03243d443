import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import fc from 'fast-check'

/** A part of an expression, with a question mark for each of its values. */
export type Expression = { text: string; values: AttributeValue[] }

export const saying = (text: string, ...values: AttributeValue[]): Expression => ({ text, values })

/** Expressions of which each is one of these, or two of them, or one denied. */
export function combined(simple: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> {
  const pair = fc.tuple(simple, fc.constantFrom('AND', 'OR', 'AND NOT'), simple)
  return fc.oneof(
    simple,
    simple.map(({ text, values }) => saying(`NOT ${text}`, ...values)),
    pair.map(([left, word, right]) =>
      saying(`${left.text} ${word} ${right.text}`, ...left.values, ...right.values),
    ),
  )
}

/** The parameters that carry these expressions, their names and their values. */
export function carrying(expressions: Record<string, Expression | undefined>): object {
  const values: Record<string, AttributeValue> = {}
  const texts: Record<string, string> = {}
  for (const [parameter, expression] of Object.entries(expressions)) {
    if (!expression) continue
    const given = expression.values.values()
    texts[parameter] = expression.text.replaceAll('?', () => {
      const name = `:v${Object.keys(values).length}`
      values[name] = given.next().value ?? { NULL: true }
      return name
    })
  }
  const hasNames = Object.values(texts).some((text) => text.includes('#last'))
  return {
    ...texts,
    ...(hasNames && { ExpressionAttributeNames: { '#last': 'last' } }),
    ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
  }
}
