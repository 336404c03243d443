import { describe, expect, it } from 'vitest'
import { assertPatterns, type FilterPattern, matchesAny } from './filters.ts'

const record = {
  eventName: 'INSERT',
  dynamodb: {
    Keys: { pk: { S: 'CONV#1' }, sk: { S: 'MSG#2' } },
    NewImage: {
      likes: { N: '3' },
      tags: { SS: ['red', 'blue'] },
      list: { L: [{ S: 'first' }, { M: { deep: { BOOL: true } } }] },
      gone: { NULL: true },
    },
    SizeBytes: 26,
  },
}

const matches = (...patterns: FilterPattern[]) => matchesAny(patterns, record)
const image = (fields: FilterPattern): FilterPattern => ({ dynamodb: { NewImage: fields } })

describe('a filter', () => {
  it('lets everything pass when there is none', () => {
    expect(matches()).toBe(true)
  })

  it('matches exact values, of the same type', () => {
    expect(matches({ eventName: ['INSERT'] })).toBe(true)
    expect(matches({ eventName: ['REMOVE', 'INSERT'] })).toBe(true)
    expect(matches({ eventName: ['insert'] })).toBe(false)
    expect(matches({ dynamodb: { SizeBytes: [26] } })).toBe(true)
    expect(matches({ dynamodb: { SizeBytes: ['26'] } })).toBe(false)
    expect(matches(image({ gone: { NULL: [true] } }))).toBe(true)
    expect(matches(image({ gone: { NULL: [null] } }))).toBe(false)
  })

  it('wants all fields of a pattern, and any one of the patterns', () => {
    const pk = { pk: { S: [{ prefix: 'CONV#' }] } }
    expect(matches({ dynamodb: { Keys: { ...pk, sk: { S: [{ prefix: 'MSG#' }] } } } })).toBe(true)
    expect(matches({ dynamodb: { Keys: { ...pk, sk: { S: [{ prefix: 'MEMBER#' }] } } } })).toBe(false)
    expect(matches({ eventName: ['REMOVE'] }, { eventName: ['INSERT'] })).toBe(true)
    expect(matches({ eventName: ['REMOVE'] }, { eventName: ['MODIFY'] })).toBe(false)
  })

  it('knows prefixes of texts alone', () => {
    expect(matches({ eventName: [{ prefix: 'INS' }] })).toBe(true)
    expect(matches({ eventName: [{ prefix: 'SERT' }] })).toBe(false)
    expect(matches({ dynamodb: { SizeBytes: [{ prefix: '2' }] } })).toBe(false)
    expect(matches({ missing: [{ prefix: '' }] })).toBe(false)
  })

  it('asks of leaves whether they exist', () => {
    expect(matches(image({ likes: { N: [{ exists: true }] } }))).toBe(true)
    expect(matches(image({ likes: { S: [{ exists: true }] } }))).toBe(false)
    expect(matches(image({ likes: { S: [{ exists: false }] } }))).toBe(true)
    expect(matches(image({ likes: { N: [{ exists: false }] } }))).toBe(false)
    expect(matches({ dynamodb: { OldImage: { any: { S: [{ exists: false }] } } } })).toBe(true)
    expect(matches(image({ likes: [{ exists: true }] }))).toBe(false)
    expect(matches({ eventName: { toString: [{ exists: true }] } })).toBe(false)
  })

  it('takes anything but some values, where there is a value', () => {
    expect(matches({ eventName: [{ 'anything-but': 'REMOVE' }] })).toBe(true)
    expect(matches({ eventName: [{ 'anything-but': ['INSERT', 'MODIFY'] }] })).toBe(false)
    expect(matches({ missing: [{ 'anything-but': 'x' }] })).toBe(false)
  })

  it('matches a list by any of its members', () => {
    expect(matches(image({ tags: { SS: ['blue'] } }))).toBe(true)
    expect(matches(image({ tags: { SS: ['green'] } }))).toBe(false)
    expect(matches(image({ list: { L: { S: ['first'] } } }))).toBe(true)
    expect(matches(image({ list: { L: { M: { deep: { BOOL: [true] } } } } }))).toBe(true)
    expect(matches(image({ list: { L: { S: ['second'] } } }))).toBe(false)
  })
})

describe('a pattern that can’t be played', () => {
  const cases: [string, unknown, string][] = [
    ['an unknown operator', { a: { b: [{ suffix: 'x' }] } }, 'a.b has the rule {"suffix":"x"}; known are'],
    ['a name of Object itself', { a: [{ constructor: 'x' }] }, 'a has the rule {"constructor":"x"}'],
    ['two operators in one rule', { a: [{ prefix: 'x', exists: true }] }, 'a has the rule'],
    ['an empty rule', { a: [{}] }, 'a has the rule {}'],
    ['a prefix that is no text', { a: [{ prefix: 1 }] }, 'a gives "prefix" something else than a text'],
    ['an operator in an operator', { a: [{ 'anything-but': { prefix: 'x' } }] }, 'gives "anything-but"'],
    ['anything but nothing', { a: [{ 'anything-but': [] }] }, 'gives "anything-but"'],
    ['exists with a word', { a: [{ exists: 'yes' }] }, 'something else than true or false'],
    ['a value without a list', { a: 'x' }, 'a needs a list of rules'],
    ['a field without rules', { a: [] }, 'a needs fields with at least one rule'],
    ['a field without fields', { a: {} }, 'a needs a list of rules'],
    ['rules without a field', ['x'], 'the pattern needs fields'],
    ['nothing at all', {}, 'the pattern needs a list of rules'],
  ]

  it.each(cases)('is refused with a sentence: %s', (_, pattern, sentence) => {
    expect(() => assertPatterns([pattern as FilterPattern])).toThrow(sentence)
  })
})
