import { expect, test } from 'vitest'
import { illegible, layOut } from './legible.ts'

const box = { x: 0, y: 0, width: 100, height: 50 }
const view = { view: 'new', size: { width: 1200, height: 600 }, boxes: [box], words: [] }

test('every view can be read on one small screen', async () => {
  expect(illegible(await layOut())).toEqual([])
})

test('a view that is too large is named, and so are words that cover something', () => {
  expect(illegible([view])).toEqual([])
  expect(illegible([{ ...view, size: { width: 2432, height: 600 } }])).toEqual([
    'The words of new are 7.0 pixels high.',
  ])
  expect(illegible([{ ...view, words: [{ ...box, x: 99 }] }])).toEqual([
    'In new 1 words lie on others or on boxes.',
  ])
  const beside = { ...box, x: 200 }
  expect(illegible([{ ...view, words: [beside, { ...beside, y: 49 }] }])).toHaveLength(1)
})
