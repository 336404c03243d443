import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import fc from 'fast-check'
import { keyOf, N, S } from './dynamodb-for-tests.ts'
import { combined, type Expression, saying } from './expression-for-tests.ts'

export type Key = { pk: string; sk: string }

export const oneOf = <Value>(...values: Value[]) => fc.constantFrom(...values)
export const perhaps = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })

export const pk = oneOf('a', 'b')
export const sk = oneOf('a', 'b', 'c', 'ca')
export const key = fc.record({ pk, sk })
export const keys = fc.uniqueArray(key, {
  minLength: 1,
  maxLength: 4,
  selector: (each) => JSON.stringify(each),
})
// No attribute is an empty text: the engine's IN, BETWEEN, size and attribute_type take one for missing.
const text = oneOf('a', 'ab', 'b', 'ü')
const word = fc.oneof(text, fc.constant(''))
const number = oneOf(-1, 0, 1, 2.5, 10)
const tags = fc.uniqueArray(oneOf('x', 'y', 'z'), { minLength: 1 }).map((SS) => ({ SS }))

/** The index's sort key. No two items of a partition share one: in what order they came then is nobody's promise. */
const lastOf = (key: Key) => oneOf('1', '2', '3').map((text) => S(`${text}-${key.sk}`))

export const itemOf = (key: Key) =>
  fc
    .record(
      {
        last: lastOf(key),
        body: text.map(S),
        likes: number.map(N),
        tags,
        place: fc.record({ town: text.map(S) }).map((M) => ({ M })),
        rooms: fc.array(number.map(N), { maxLength: 2 }).map((L) => ({ L })),
        isRead: fc.boolean().map((BOOL) => ({ BOOL })),
      },
      { requiredKeys: [] },
    )
    .map((attributes): Record<string, AttributeValue> => ({ ...keyOf(key.pk, key.sk), ...attributes }))

// Comparisons are with a value: the engine refuses two paths, maps and lists.
const test = fc.oneof(
  fc
    .tuple(oneOf('=', '<>', '<', '<=', '>', '>='), number)
    .map(([sign, n]) => saying(`likes ${sign} ?`, N(n))),
  fc.tuple(oneOf('=', '<>', '<', '>='), word).map(([sign, value]) => saying(`body ${sign} ?`, S(value))),
  fc
    .tuple(number, number)
    .map(([a, b]) => saying('likes BETWEEN ? AND ?', N(Math.min(a, b)), N(Math.max(a, b)))),
  fc.tuple(word, word).map(([a, b]) => saying('body IN (?, ?)', S(a), S(b))),
  word.map((value) => saying('begins_with(body, ?)', S(value))),
  word.map((value) => saying('contains(body, ?)', S(value))),
  oneOf('x', 'y').map((text) => saying('contains(tags, ?)', S(text))),
  number.map((n) => saying('contains(rooms, ?)', N(n))),
  number.map((n) => saying('size(body) >= ?', N(n))),
  number.map((n) => saying('rooms[0] = ?', N(n))),
  word.map((value) => saying('place.town = ?', S(value))),
  fc.boolean().map((BOOL) => saying('isRead = ?', { BOOL })),
  oneOf('S', 'N').map((type) => saying('attribute_type(body, ?)', S(type))),
  oneOf('likes', 'place.town', 'rooms[1]').map((path) => saying(`attribute_exists(${path})`)),
)
export const filter = combined(test)
const existence = oneOf(saying('attribute_exists(pk)'), saying('attribute_not_exists(pk)'))
export const condition = combined(fc.oneof(existence, existence, test))

export const updateOf = (key: Key): fc.Arbitrary<Expression> =>
  fc.oneof(
    lastOf(key).map((last) => saying('SET #last = ?', last)),
    fc.tuple(lastOf(key), text).map(([last, body]) => saying('SET #last = ?, body = ?', last, S(body))),
    oneOf('REMOVE #last', 'REMOVE body, likes').map((text) => saying(text)),
    number.map((n) => saying('ADD likes ?', N(n))),
    number.map((n) => saying('SET likes = if_not_exists(likes, ?) - ?', N(n), N(1))),
    number.map((n) =>
      saying('SET rooms = list_append(if_not_exists(rooms, ?), ?)', { L: [] }, { L: [N(n)] }),
    ),
    tags.map((some) => saying('ADD tags ?', some)),
    tags.map((some) => saying('DELETE tags ?', some)),
  )

/** Updates that are refused when the item lacks what they build on. */
export const demandingUpdate = fc.oneof(
  number.map((n) => saying('SET likes = likes + ?', N(n))),
  number.map((n) => saying('SET rooms[0] = ? REMOVE #last', N(n))),
  text.map((town) => saying('SET place.town = ?', S(town))),
  oneOf('REMOVE rooms[0]', 'REMOVE place.town').map((text) => saying(text)),
)
