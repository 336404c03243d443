import fc from 'fast-check'
import { expect, it } from 'vitest'
import { safeNextPath } from './next-path.ts'

it('keeps a path of this site with its search and its hash', () => {
  expect(safeNextPath('/explore?tag=a#b')).toBe('/explore?tag=a#b')
  expect(safeNextPath('/@ada/0193')).toBe('/@ada/0193')
})

it.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  '',
  undefined,
  42,
])('goes home instead of %j', (next) => {
  expect(safeNextPath(next)).toBe('/home')
})

it('does not lead back into the sign-in pages', () => {
  expect(safeNextPath('/signin?next=/home')).toBe('/home')
  expect(safeNextPath('/')).toBe('/home')
})

it('never leaves this site', () => {
  fc.assert(
    fc.property(fc.string(), (tail) => {
      const path = safeNextPath(`/${tail}`)
      expect(new URL(path, 'https://mayfly.example').origin).toBe('https://mayfly.example')
    }),
  )
})
