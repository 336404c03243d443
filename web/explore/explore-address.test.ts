import { expect, test } from 'vitest'
import { exploreAddress } from './explore-address.ts'

test('an address of explore holds words and a view, and nothing else', () => {
  expect(exploreAddress({ q: ' night train ', tab: 'people' })).toEqual({ q: 'night train', tab: 'people' })
  expect(exploreAddress({ q: 1984, tab: 'top' })).toEqual({ q: '1984' })
  expect(exploreAddress({ q: '  ', tab: ['latest'], other: 1 })).toEqual({})
  expect(exploreAddress({ q: { $ne: '' } })).toEqual({})
})
