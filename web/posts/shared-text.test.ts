import { expiringId } from '@mayfly/domain/expiring-id'
import { expect, test } from 'vitest'
import { sharedIn } from './shared.ts'
import { draftFrom } from './shared-text.ts'

const origin = 'https://example.com'
const now = new Date()
const id = expiringId(now, new Date(Math.floor(now.getTime() / 1000) * 1000 + 60_000), 1n)
const address = `${origin}/@ada/${id}`

test('only what an app hands over is taken from the address, as text', () => {
  expect(sharedIn({ title: ' A title ', text: 42, url: '', other: 'x' })).toEqual({
    title: 'A title',
    text: '42',
  })
  expect(sharedIn({ title: { a: 1 }, text: ['x'], url: null })).toEqual({})
  expect(sharedIn({ text: 'x'.repeat(9_000) }).text).toHaveLength(5_000)
})

test('the same words are there once, each part on its line', () => {
  const draft = (shared: Parameters<typeof draftFrom>[0]) => draftFrom(shared, origin).body
  expect(draft({ title: 'News', text: 'Look', url: 'https://example.org/a' })).toBe(
    'News\nLook\nhttps://example.org/a',
  )
  expect(draft({ text: 'Look https://example.org/a', url: 'https://example.org/a' })).toBe(
    'Look https://example.org/a',
  )
  expect(draft({ title: 'Look', text: 'Look', url: 'https://example.org/a' })).toBe(
    'Look\nhttps://example.org/a',
  )
  expect(draft({})).toBe('')
})

test('the address of a post here becomes a quote', () => {
  expect(draftFrom({ title: 'Ada on Mayfly', url: address }, origin)).toEqual({
    body: 'Ada on Mayfly',
    quoteOf: id,
  })
  expect(draftFrom({ text: address }, origin)).toEqual({ body: '', quoteOf: id })
  expect(draftFrom({ text: address }, 'https://other.example').quoteOf).toBeNull()
})
