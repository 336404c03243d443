import { Handle } from '@mayfly/contract/handles'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { handleCandidates } from './handles.ts'

test('the wanted handle comes first, then numbers', () => {
  expect([...handleCandidates('ada')].slice(0, 3)).toEqual(['ada', 'ada2', 'ada3'])
})

test('whatever is wanted, there are candidates, and each is a good handle', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.integer({ min: 100, max: 999_999 })), (wanted, suffixes) => {
      const candidates = [...handleCandidates(wanted, suffixes)]
      expect(candidates.length).toBeGreaterThan(0)
      for (const candidate of candidates) expect(Handle.safeParse(candidate)).toMatchObject({ success: true })
    }),
  )
})

test('a reserved handle is not given', () => {
  expect([...handleCandidates('admin')][0]).toBe('admin2')
})
