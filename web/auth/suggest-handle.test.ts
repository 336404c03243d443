import { Handle } from '@mayfly/contract/handles'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { suggestHandle } from './suggest-handle.ts'

it.each([
  ['Ada Moreau', 'ada_moreau'],
  ['Zoë Müller-Weiß', 'zoe_muller_wei'],
  ['  Tomás  ', 'tomas'],
  ['光', ''],
  ['Admin', ''],
])('makes of %j the handle %j', (name, handle) => {
  expect(suggestHandle(name)).toBe(handle)
})

it('suggests a good handle or none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const handle = suggestHandle(name)
      expect(handle === '' || Handle.safeParse(handle).success).toBe(true)
    }),
  )
})
