import { expect, test } from 'vitest'
import { sql, toQuery } from './sql.ts'

test('a value becomes a parameter and never a part of the text', () => {
  const evil = `'; drop table users; --`
  expect(toQuery(sql`select ${evil}::text`)).toMatchObject({ text: 'select $1::text', values: [evil] })
})

test('a part of a statement stands in its place, with its values in order', () => {
  const inner = sql`b = ${2} and c = ${3}`
  const { text, values } = toQuery(sql`select ${1} where ${inner} or ${sql`true`} limit ${4}`)
  expect(text).toBe('select $1 where b = $2 and c = $3 or true limit $4')
  expect(values).toEqual([1, 2, 3, 4])
})

test('the same text has the same name, another text another one', () => {
  const name = (statement: Parameters<typeof toQuery>[0]) => toQuery(statement).name
  expect(name(sql`select ${1}`)).toBe(name(sql`select ${2}`))
  expect(name(sql`select ${1}`)).not.toBe(name(sql`select ${1}, 2`))
})
